package jinbo.accesslog;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of pending entries (without an index) and of open accesses; both can be rebuilt from the entries. */
@Component
record PendingWork(JdbcClient jdbc) {

    private static final String WRONGLY_OPEN = """
            select coalesce(e.id, o.intent)
            from (select id, insurer, action from access_log_entry i
                  where phase = 'INTENT' and not exists (select from access_log_entry r where r.intent = i.id)) e
            full join access_log_open o on o.intent = e.id
            where e.id is null or o.intent is null or e.action is distinct from o.action or e.insurer is distinct from o.insurer
            order by 1 limit 1
            """;

    private static final String UNPLACED = "not exists (select from access_log_place p where p.entry = e.id)";

    private static final String WRONGLY_PENDING = """
            exists (select from access_log_place p where p.entry = n.entry)
            or not exists (select from access_log_entry e where e.id = n.entry)
            """;

    /** @throws LogFindingException if an entry has neither an index nor a row of a pending entry, or both */
    void checkPendingEntries() {
        first("select min(id) from access_log_entry e where " + UNPLACED
                        + " and not exists (select from access_log_pending n where n.entry = e.id)")
                .ifPresent(id -> {
                    throw new LogFindingException(Alarm.Kind.ENTRY_OUTSIDE, "the entry with the id " + id);
                });
        first("select min(entry) from access_log_pending n where " + WRONGLY_PENDING)
                .ifPresent(id -> {
                    throw new LogFindingException(
                            Alarm.Kind.ENTRY_OUTSIDE, "the entry with the id " + id + ", which has an index, too");
                });
    }

    /** @throws LogFindingException if the open accesses differ from the begin entries without a result */
    void checkOpenAccesses() {
        first(WRONGLY_OPEN).ifPresent(id -> {
            throw new LogFindingException(Alarm.Kind.OPEN_ACCESSES_WRONG, "the begin entry with the id " + id);
        });
    }

    /** Deletes and adds only what is wrong, because concurrent writers rely on the other rows. */
    void rebuild() {
        jdbc.sql("delete from access_log_pending n where " + WRONGLY_PENDING).update();
        jdbc.sql("insert into access_log_pending select id from access_log_entry e where " + UNPLACED
                        + " on conflict do nothing")
                .update();
        deleteWronglyOpen();
        jdbc.sql("""
                insert into access_log_open (intent, insurer, action)
                select id, insurer, action from access_log_entry i
                where phase = 'INTENT' and not exists (select from access_log_entry r where r.intent = i.id)
                on conflict do nothing
                """).update();
        // accesses that ended during the insert, which did not see their results
        deleteWronglyOpen();
    }

    private void deleteWronglyOpen() {
        jdbc.sql("""
                delete from access_log_open o
                where not exists (select from access_log_entry i
                                  where i.id = o.intent and i.phase = 'INTENT' and i.action = o.action
                                    and i.insurer is not distinct from o.insurer)
                   or exists (select from access_log_entry r where r.intent = o.intent)
                """).update();
    }

    private Optional<Long> first(String query) {
        return jdbc.sql(query).query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class))).list().stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}
