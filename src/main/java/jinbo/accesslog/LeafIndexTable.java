package jinbo.accesslog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The indexes of entries in the Merkle tree. The entry with the index n is the tree's leaf n. */
@Component
record LeafIndexTable(JdbcClient jdbc) {

    /** An index that belongs to no entry, or the index of a lost entry with the id of this entry. */
    record Hole(long index, Optional<Long> entry) {}

    /**
     * Gives pending entries consecutive indexes.
     *
     * @throws LogFindingException if an index is already taken, or an entry already has one
     */
    void give(long first, List<Long> entries) {
        Long[] ids = entries.toArray(Long[]::new);
        try {
            jdbc.sql("""
                    insert into access_log_place (index, entry)
                    select ? + given.place - 1, given.entry
                    from unnest(?::bigint[]) with ordinality as given (entry, place)
                    """).param(1, first).param(2, ids).update();
        } catch (DuplicateKeyException taken) {
            throw new LogFindingException(
                    Alarm.Kind.ENTRY_OUTSIDE, "while entries were given indexes, from " + first + " on");
        }
        jdbc.sql("delete from access_log_pending where entry = any (?::bigint[])")
                .param(1, ids)
                .update();
    }

    /** One more than the highest index. */
    long nextIndex() {
        return jdbc.sql("select coalesce(max(index) + 1, 0) from access_log_place")
                .query(Long.class)
                .single();
    }

    /** The first index that is negative, or belongs to an entry that also has a lower index. */
    OptionalLong findInvalid() {
        return jdbc.sql("""
                select index from access_log_place p
                where index < 0 or exists (select from access_log_place other where other.entry = p.entry and other.index < p.index)
                order by index limit 1
                """).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Up to {@code most} indexes, the highest one included, without an entry or with a lost entry. */
    List<Hole> holes(int most) {
        return jdbc.sql("""
                select i as index, null::bigint as entry
                from (select index, lag(index, 1, -1::bigint) over (order by index) as before from access_log_place) gap,
                     generate_series(before + 1, index - 1) i
                where index > before + 1
                union all
                select p.index, p.entry from access_log_place p
                where not exists (select from access_log_entry e where e.id = p.entry)
                limit ?
                """)
                .param(most)
                .query((row, number) ->
                        new Hole(row.getLong("index"), Optional.ofNullable(row.getObject("entry", Long.class))))
                .list();
    }

    void give(long index, long entry) {
        jdbc.sql("insert into access_log_place (index, entry) values (?, ?)")
                .params(index, entry)
                .update();
    }

    OptionalLong of(long entry) {
        return jdbc
                .sql("select index from access_log_place where entry = ?")
                .param(entry)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
