package jinbo.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the access log. */
@Component
class AccessLogTable {

    private static final String WITH_PLACE =
            "select e.*, p.index as place from access_log_entry e left join access_log_place p on p.entry = e.id ";

    private final JdbcClient jdbc;

    AccessLogTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes an entry and notes that it is to get its place, in the current transaction.
     *
     * @return its id; empty if the log has no head that it could be put under
     */
    Optional<Long> insert(NewEntry entry) {
        Access access = entry.access();
        Optional<ActsVouched> acts = entry.result().flatMap(AccessResult::acts);
        Optional<ListVouched> list = entry.result().flatMap(AccessResult::list);
        return jdbc.sql("""
                with written as (
                    insert into access_log_entry (at, phase, intent, actor, role, operating_system_user, confirmed_by,
                                                  action, purpose, insurer, object, outcome, numbers, acts_batch,
                                                  acts_revision, acts_count, acts_digest, list_sequence, list_sha256)
                    select ?, ?, ?::bigint, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?,
                           ?::bigint, ?
                    from access_log_head
                    returning id)
                insert into access_log_pending (entry) select id from written returning entry
                """)
                .params(
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.phase().name(),
                        boxed(entry.intent()),
                        access.actor().name(),
                        access.actor().role().name(),
                        access.actor().operatingSystemUser(),
                        access.actor().confirmedBy().orElse(null),
                        access.action().name(),
                        access.purpose(),
                        access.insurer().orElse(null),
                        access.object(),
                        entry.outcome().orElse(null),
                        entry.result().map(AccessResult::numbers).orElse(null),
                        acts.map(ActsVouched::batch).orElse(null),
                        acts.map(ActsVouched::revision).orElse(null),
                        acts.map(ActsVouched::count).orElse(null),
                        acts.map(ActsVouched::digest).orElse(null),
                        list.map(ListVouched::sequence).orElse(null),
                        list.map(ListVouched::sha256).orElse(null))
                .query(Long.class)
                .optional();
    }

    AccessLogEntry get(long id) {
        return jdbc.sql(WITH_PLACE + "where e.id = ?")
                .param(id)
                .query(AccessLogTable::entry)
                .single();
    }

    /** The first entries that have no place yet, by rising id: an intent comes before its result. */
    List<AccessLogEntry> pending(int most) {
        return jdbc.sql("""
                select e.*, null::bigint as place from access_log_pending n join access_log_entry e on e.id = n.entry
                order by e.id limit ?
                """).param(most).query(AccessLogTable::entry).list();
    }

    boolean anyPending() {
        return jdbc.sql("select exists (select from access_log_pending)")
                .query(Boolean.class)
                .single();
    }

    /** Whether an entry stands at this place or behind it. */
    boolean anyFrom(long index) {
        return jdbc.sql("select exists (select from access_log_place where index >= ?)")
                .param(index)
                .query(Boolean.class)
                .single();
    }

    /** Entries by their places, from one on; fewer than asked for where the log ends or has a hole. */
    List<AccessLogEntry> placed(long from, long until) {
        return jdbc.sql("""
                select e.*, p.index as place from access_log_place p join access_log_entry e on e.id = p.entry
                where p.index >= ? and p.index < ? order by p.index
                """).params(from, until).query(AccessLogTable::entry).list();
    }

    /** The first entry that has neither a place nor the note that it is to get one. */
    Optional<Long> lost() {
        return jdbc.sql("""
                select min(id) from access_log_entry e
                where not exists (select from access_log_place p where p.entry = e.id)
                  and not exists (select from access_log_pending n where n.entry = e.id)
                """)
                .query((row, number) -> row.getObject(1, Long.class))
                .optional();
    }

    long count() {
        return jdbc.sql("select count(*) from access_log_entry")
                .query(Long.class)
                .single();
    }

    Optional<Instant> lastEntryAt() {
        return jdbc.sql("select at from access_log_entry order by id desc limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    List<AccessLogEntry> search(AccessSearch search) {
        return jdbc.sql(WITH_PLACE + """
                where (:from::timestamptz is null or at >= :from::timestamptz)
                  and (:until::timestamptz is null or at < :until::timestamptz)
                  and (:actor::text is null or actor = :actor or operating_system_user = :actor or confirmed_by = :actor)
                  and (:action::text is null or action = :action)
                  and (:insurer::text is null or insurer = :insurer)
                  and (:object::text is null or position(:object in object) > 0)
                order by e.id desc
                limit :limit
                """)
                .param(
                        "from",
                        search.from().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param(
                        "until",
                        search.until().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("actor", search.actor().orElse(null))
                .param("action", search.action().map(Enum::name).orElse(null))
                .param("insurer", search.insurer().orElse(null))
                .param("object", search.object().orElse(null))
                .param("limit", search.limit())
                .query(AccessLogTable::entry)
                .list();
    }

    private static AccessLogEntry entry(ResultSet row, int number) throws SQLException {
        Access access = new Access(
                new Actor(
                        row.getString("actor"),
                        ActorRole.valueOf(row.getString("role")),
                        row.getString("operating_system_user"),
                        Optional.ofNullable(row.getString("confirmed_by"))),
                AccessAction.valueOf(row.getString("action")),
                row.getString("purpose"),
                Optional.ofNullable(row.getString("insurer")),
                row.getString("object"));
        return new AccessLogEntry(
                row.getLong("id"),
                optional(row, "place"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                EntryPhase.valueOf(row.getString("phase")),
                optional(row, "intent"),
                access,
                Optional.ofNullable(row.getString("outcome")),
                optional(row, "numbers"),
                acts(row),
                list(row));
    }

    private static Optional<ActsVouched> acts(ResultSet row) throws SQLException {
        OptionalLong batch = optional(row, "acts_batch");
        return batch.isEmpty()
                ? Optional.empty()
                : Optional.of(new ActsVouched(
                        batch.getAsLong(),
                        row.getLong("acts_revision"),
                        row.getLong("acts_count"),
                        row.getString("acts_digest")));
    }

    private static Optional<ListVouched> list(ResultSet row) throws SQLException {
        OptionalLong sequence = optional(row, "list_sequence");
        return sequence.isEmpty()
                ? Optional.empty()
                : Optional.of(new ListVouched(sequence.getAsLong(), row.getString("list_sha256")));
    }

    private static OptionalLong optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
