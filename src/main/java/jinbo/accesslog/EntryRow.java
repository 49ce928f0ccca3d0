package jinbo.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;

/** An entry as a row of {@code access_log_entry} with its place beside. */
final class EntryRow {

    private EntryRow() {}

    /** @throws IllegalArgumentException if a column has a word that no entry has */
    static AccessLogEntry read(ResultSet row, int number) throws SQLException {
        Access access = new Access(
                new Actor(
                        row.getString("actor"),
                        ActorRole.valueOf(row.getString("role")),
                        row.getString("operating_system_user"),
                        Optional.ofNullable(row.getString("confirmed_by"))),
                AccessAction.valueOf(row.getString("action")),
                row.getString("purpose"),
                Optional.ofNullable(row.getString("insurer")),
                row.getString("object"),
                Optional.ofNullable(row.getString("subject")).map(Subject::parse));
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
}
