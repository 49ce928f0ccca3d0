package jinbo.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;

final class AccessLogEntryMapper {

    private AccessLogEntryMapper() {}

    /** @throws IllegalArgumentException if a column has a word that no entry has, or nothing where each has something */
    static AccessLogEntry read(ResultSet row, int number) throws SQLException {
        Access access = new Access(
                new Actor(
                        text(row, "actor"),
                        ActorRole.valueOf(text(row, "role")),
                        text(row, "operating_system_user"),
                        Optional.ofNullable(row.getString("confirmed_by"))),
                AccessAction.valueOf(text(row, "action")),
                text(row, "purpose"),
                Optional.ofNullable(row.getString("insurer")),
                text(row, "object"),
                Optional.ofNullable(row.getString("subject")).map(Subject::parse));
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

    private static Optional<LoggedRegistrations> acts(ResultSet row) throws SQLException {
        OptionalLong batch = optional(row, "acts_batch");
        if (batch.isEmpty()) {
            requireNone(row, "acts_revision", "acts_count", "acts_digest");
            return Optional.empty();
        }
        return Optional.of(new LoggedRegistrations(
                batch.getAsLong(), row.getLong("acts_revision"), row.getLong("acts_count"), text(row, "acts_digest")));
    }

    private static Optional<LoggedList> list(ResultSet row) throws SQLException {
        OptionalLong sequence = optional(row, "list_sequence");
        if (sequence.isEmpty()) {
            requireNone(row, "list_sha256");
            return Optional.empty();
        }
        return Optional.of(new LoggedList(sequence.getAsLong(), text(row, "list_sha256")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column))
                .orElseThrow(() -> new IllegalArgumentException("An entry has no " + column));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                .orElseThrow(() -> new IllegalArgumentException("An entry has no time"))
                .toInstant();
    }

    /** What stands beside nothing would be in no entry's text, so nobody would miss it or see it changed. */
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
