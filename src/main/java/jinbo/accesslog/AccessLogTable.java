package jinbo.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the access log: gapless indexes, because the head's row is locked until the writer commits. */
@Component
class AccessLogTable {

    private final JdbcClient jdbc;

    AccessLogTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long takeIndex() {
        return jdbc.sql("update access_log_head set next_index = next_index + 1 returning next_index - 1")
                .query(Long.class)
                .single();
    }

    void insert(AccessLogEntry entry) {
        Access access = entry.access();
        jdbc.sql("""
                insert into access_log_entry (index, at, phase, intent, actor, role, operating_system_user, confirmed_by, action,
                                              purpose, insurer, object, outcome, numbers)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        entry.index(),
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
                        boxed(entry.numbers()))
                .update();
    }

    AccessLogEntry get(long index) {
        return jdbc.sql("select * from access_log_entry where index = ?")
                .param(index)
                .query(AccessLogTable::entry)
                .single();
    }

    long size() {
        return jdbc.sql("select next_index from access_log_head")
                .query(Long.class)
                .single();
    }

    Optional<Instant> lastEntryAt() {
        return jdbc.sql("select at from access_log_entry order by index desc limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    List<AccessLogEntry> search(AccessSearch search) {
        return jdbc.sql("""
                select * from access_log_entry
                where (:from::timestamptz is null or at >= :from::timestamptz)
                  and (:until::timestamptz is null or at < :until::timestamptz)
                  and (:actor::text is null or actor = :actor or operating_system_user = :actor or confirmed_by = :actor)
                  and (:action::text is null or action = :action)
                  and (:insurer::text is null or insurer = :insurer)
                  and (:object::text is null or position(:object in object) > 0)
                order by index desc
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
                row.getLong("index"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                EntryPhase.valueOf(row.getString("phase")),
                optional(row, "intent"),
                access,
                Optional.ofNullable(row.getString("outcome")),
                optional(row, "numbers"));
    }

    private static OptionalLong optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static @org.jspecify.annotations.Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
