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

    /**
     * Writes an entry that says of a place that what stood there is lost, with the time of the entry before it.
     *
     * @param id if the place is given to an entry of this id already
     * @return its id
     */
    long insertLost(long index, Optional<Long> id, Instant found) {
        return jdbc.sql("""
                insert into access_log_entry (id, at, phase, actor, role, operating_system_user, action, purpose, object,
                                              outcome)
                overriding system value
                select coalesce(:id::bigint, nextval(pg_get_serial_sequence('access_log_entry', 'id'))),
                       coalesce((select e.at from access_log_place p join access_log_entry e on e.id = p.entry
                                 where p.index < :index order by p.index desc limit 1), :found),
                       'REFUSAL', 'system', 'SYSTEM', :user, 'DECIDE', 'to stand where an entry was lost',
                       'index ' || :index::text, 'LOST, missed at ' || :foundText
                returning id
                """)
                .param("id", id.orElse(null))
                .param("index", index)
                .param("found", found.atOffset(ZoneOffset.UTC))
                .param("foundText", found.toString())
                .param("user", Actor.batch().operatingSystemUser())
                .query(Long.class)
                .single();
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
                        text(row, "actor"),
                        ActorRole.valueOf(text(row, "role")),
                        text(row, "operating_system_user"),
                        Optional.ofNullable(row.getString("confirmed_by"))),
                AccessAction.valueOf(text(row, "action")),
                text(row, "purpose"),
                Optional.ofNullable(row.getString("insurer")),
                text(row, "object"));
        return new AccessLogEntry(
                row.getLong("id"),
                optional(row, "place"),
                at(row),
                EntryPhase.valueOf(text(row, "phase")),
                optional(row, "intent"),
                access,
                Optional.ofNullable(row.getString("outcome")),
                optional(row, "numbers"),
                acts(row),
                list(row));
    }

    private static Optional<ActsVouched> acts(ResultSet row) throws SQLException {
        OptionalLong batch = optional(row, "acts_batch");
        if (batch.isEmpty()) {
            requireNone(row, "acts_revision", "acts_count", "acts_digest");
            return Optional.empty();
        }
        return Optional.of(new ActsVouched(
                batch.getAsLong(), row.getLong("acts_revision"), row.getLong("acts_count"), text(row, "acts_digest")));
    }

    private static Optional<ListVouched> list(ResultSet row) throws SQLException {
        OptionalLong sequence = optional(row, "list_sequence");
        if (sequence.isEmpty()) {
            requireNone(row, "list_sha256");
            return Optional.empty();
        }
        return Optional.of(new ListVouched(sequence.getAsLong(), text(row, "list_sha256")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column))
                .orElseThrow(() -> new IllegalArgumentException("An entry has no " + column));
    }

    /** What stands beside nothing would be in no entry's text, so nobody would miss it or see it changed. */
    private static void requireNone(ResultSet row, String... columns) throws SQLException {
        for (String column : columns) {
            if (row.getObject(column) != null) {
                throw new IllegalArgumentException("An entry has " + column + " and not what it belongs to");
            }
        }
    }

    private static Instant at(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                .orElseThrow(() -> new IllegalArgumentException("An entry has no time"))
                .toInstant();
    }

    private static OptionalLong optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
