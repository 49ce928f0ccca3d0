package jinbo.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the access log's entries, and their indexes in the tree. */
@Component
record AccessLogTable(JdbcClient jdbc) {

    static final String WITH_PLACE =
            "select e.*, p.index as place from access_log_entry e left join access_log_place p on p.entry = e.id ";

    /** Writes an entry, with a lock timeout of ten seconds; returns its id, or empty for an access's second result. */
    Optional<Long> write(AccessLogEntry entry) {
        Access access = entry.access();
        return jdbc.sql("select write_access_entry(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.phase().name(),
                        bigint(entry.intent().stream().boxed().findFirst()),
                        access.actor().name(),
                        access.actor().role().name(),
                        access.actor().operatingSystemUser(),
                        text(access.actor().confirmedBy()),
                        access.action().name(),
                        access.purpose(),
                        text(access.insurer()),
                        access.object(),
                        text(entry.outcome()),
                        bigint(entry.numbers().stream().boxed().findFirst()),
                        bigint(entry.acts().map(LoggedRegistrations::batch)),
                        bigint(entry.acts().map(LoggedRegistrations::revision)),
                        bigint(entry.acts().map(LoggedRegistrations::count)),
                        text(entry.acts().map(LoggedRegistrations::digest)),
                        bigint(entry.list().map(LoggedList::sequence)),
                        text(entry.list().map(LoggedList::sha256)),
                        text(access.subject().map(Subject::toString)))
                .query(Long.class)
                .optional();
    }

    /**
     * Writes a substitute for the lost entry at an index, with the time of the previous entry and, if known, the id of
     * the lost one.
     */
    long reinsert(long index, Optional<Long> id, Instant found) {
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
                .query(AccessLogTable::read)
                .single();
    }

    /** The first entries without an index, in the order of their ids, so that a begin entry comes before its result. */
    List<AccessLogEntry> pending(int most) {
        return jdbc.sql("""
                select e.*, null::bigint as place from access_log_pending n join access_log_entry e on e.id = n.entry
                order by e.id limit ?
                """).param(most).query(AccessLogTable::read).list();
    }

    boolean hasPending() {
        return jdbc.sql("select exists (select from access_log_pending)")
                .query(Boolean.class)
                .single();
    }

    boolean existsFrom(long index) {
        return jdbc.sql("select exists (select from access_log_place where index >= ?)")
                .param(index)
                .query(Boolean.class)
                .single();
    }

    /** The entries from one index until another; fewer at the end of the log or if some are missing. */
    List<AccessLogEntry> placed(long from, long until) {
        return jdbc.sql("""
                select e.*, p.index as place from access_log_place p join access_log_entry e on e.id = p.entry
                where p.index >= ? and p.index < ? order by p.index
                """).params(from, until).query(AccessLogTable::read).list();
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

    /** A null gets a type, too: PostgreSQL's driver prepares a statement again if the types of its parameters vary. */
    private static SqlParameterValue text(Optional<String> value) {
        return new SqlParameterValue(Types.VARCHAR, value.orElse(null));
    }

    private static SqlParameterValue bigint(Optional<Long> value) {
        return new SqlParameterValue(Types.BIGINT, value.orElse(null));
    }

    /** @throws IllegalArgumentException if a column has an unknown value, or a required one is missing */
    static AccessLogEntry read(ResultSet row, int number) throws SQLException {
        Access access = new Access(
                new Actor(
                        required(row, "actor"),
                        ActorRole.valueOf(required(row, "role")),
                        required(row, "operating_system_user"),
                        Optional.ofNullable(row.getString("confirmed_by"))),
                AccessAction.valueOf(required(row, "action")),
                required(row, "purpose"),
                Optional.ofNullable(row.getString("insurer")),
                required(row, "object"),
                Optional.ofNullable(row.getString("subject")).map(Subject::parse));
        return new AccessLogEntry(
                row.getLong("id"),
                optional(row, "place"),
                at(row),
                EntryPhase.valueOf(required(row, "phase")),
                optional(row, "intent"),
                access,
                Optional.ofNullable(row.getString("outcome")),
                optional(row, "numbers"),
                acts(row),
                list(row));
    }

    private static Optional<LoggedRegistrations> acts(ResultSet row) throws SQLException {
        OptionalLong batch = optional(row, "acts_batch");
        if (batch.isEmpty()) {
            requireNone(row, "acts_revision", "acts_count", "acts_digest");
            return Optional.empty();
        }
        return Optional.of(new LoggedRegistrations(
                batch.getAsLong(),
                row.getLong("acts_revision"),
                row.getLong("acts_count"),
                required(row, "acts_digest")));
    }

    private static Optional<LoggedList> list(ResultSet row) throws SQLException {
        OptionalLong sequence = optional(row, "list_sequence");
        if (sequence.isEmpty()) {
            requireNone(row, "list_sha256");
            return Optional.empty();
        }
        return Optional.of(new LoggedList(sequence.getAsLong(), required(row, "list_sha256")));
    }

    private static String required(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column))
                .orElseThrow(() -> new IllegalArgumentException("An entry has no " + column));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                .orElseThrow(() -> new IllegalArgumentException("An entry has no time"))
                .toInstant();
    }

    /** The signed text does not contain these columns of an absent part, so a change would go unnoticed. */
    private static void requireNone(ResultSet row, String... columns) throws SQLException {
        for (String column : columns) {
            if (row.getObject(column) != null) {
                throw new IllegalArgumentException("An entry has " + column + " and not what it belongs to");
            }
        }
    }

    private static OptionalLong optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
