package jinbo.batch.reconciliation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jinbo.accesslog.RegistrationDigest;

/**
 * The digest of a batch over its registrations as they stand, by cursor.
 *
 * @param batch the current row: {@code id}, {@code kind}, {@code registered_at}, {@code registered_on}, {@code effective_on},
 *     {@code insurer}, {@code successor}
 * @param digest of the year in which the batch was registered, empty
 */
record BatchDigest(Connection connection, ResultSet batch, RegistrationDigest digest) {

    private static final int FETCH_ROWS = 10_000;

    private static final String REGISTRATIONS = """
            select line, mobile, subject, subject_epoch, scope, coalesce(complaint, -1),
                   coalesce(complained_on, date '1970-01-01'), effective_on, expires_on
            from registration where batch = ? order by line
            """;

    private static final String WITHDRAWALS = """
            select line, withdrawn_batch, withdrawn_line from withdrawal where batch = ?
            order by withdrawn_batch, withdrawn_line
            """;

    /** As the access log has it; something else if a hash stands there that was made with another year's key. */
    String hex() throws SQLException {
        String kind = batch.getString("kind");
        if (!kind.equals("COMPLAINTS")) {
            digest.begin(
                    kind,
                    batch.getObject("registered_at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(batch.getObject("effective_on", LocalDate.class)));
        }
        switch (kind) {
            case "WITHDRAWALS" ->
                each(WITHDRAWALS, row -> digest.addWithdrawal(row.getInt(1), row.getLong(2), row.getInt(3)));
            case "SUCCESSION" -> digest.addSuccession(batch.getShort("insurer"), batch.getShort("successor"));
            default -> {
                int year = batch.getObject("registered_on", LocalDate.class).getYear();
                each(REGISTRATIONS, row -> addRegistration(row, year));
            }
        }
        return digest.hex();
    }

    private void addRegistration(ResultSet registration, int year) throws SQLException {
        int line = registration.getInt(1);
        long mobile = registration.getLong(2);
        byte[] subject = registration.getBytes(3);
        short scope = registration.getShort(5);
        short complaint = registration.getShort(6);
        long complainedOn = day(registration, 7);
        long effectiveOn = day(registration, 8);
        long expiresOn = day(registration, 9);
        if (subject == null) {
            digest.add(line, mobile, scope, complaint, complainedOn, effectiveOn, expiresOn);
        } else if (registration.getInt(4) == year) {
            digest.addErased(line, subject, scope, complaint, complainedOn, effectiveOn, expiresOn);
        }
    }

    private static long day(ResultSet registration, int column) throws SQLException {
        return registration.getObject(column, LocalDate.class).toEpochDay();
    }

    private void each(String query, RowReader reader) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setFetchSize(FETCH_ROWS);
            statement.setLong(1, batch.getLong("id"));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
