package jinbo.reconciliation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jinbo.accesslog.ActsDigest;
import jinbo.accesslog.SubjectKeys;

/**
 * Compares the acts of every batch with what the access log vouches for. Blocks follow from acts, so who changes an act by SQL
 * and its block with it contradicts no other rule; the log's tree is signed, and it holds a digest of what was registered.
 */
final class CompareActsWithLog {

    private static final int FETCH_ROWS = 10_000;

    /** Batches from before the log vouched for any are left out: those that are older than the first that it vouches for. */
    private static final String BATCHES = """
            select b.id, b.kind, b.registered_at, b.registered_on, b.effective_on, b.insurer, b.successor, e.acts_digest,
                   coalesce(e.acts_revision = b.revision and e.acts_count = b.acts, false) as agrees
            from act_batch b left join access_log_entry e on e.acts_batch = b.id
            where e.id is not null
               or b.revision >= (select min(acts_revision) from access_log_entry where acts_batch is not null)
            order by b.id
            """;

    private static final String VOUCHED_AND_GONE = """
            select e.acts_batch from access_log_entry e
            where e.acts_batch is not null and not exists (select from act_batch b where b.id = e.acts_batch)
            """;

    private static final String ACTS = """
            select line, mobile, scope, coalesce(complaint, -1), coalesce(complained_on, date '1970-01-01'), effective_on, expires_on
            from registration where batch = ? order by line
            """;

    private static final String WITHDRAWALS = """
            select line, withdrawn_batch, withdrawn_line from withdrawal where batch = ?
            order by withdrawn_batch, withdrawn_line
            """;

    private final SubjectKeys keys;

    CompareActsWithLog(SubjectKeys keys) {
        this.keys = keys;
    }

    /** @param connection in a transaction, else the driver would fetch all rows at once */
    Check compare(Connection connection) throws SQLException {
        Offenders offenders = new Offenders(VerifiedRule.ACTS_ARE_IN_THE_ACCESS_LOG);
        try (Statement statement = connection.createStatement();
                ResultSet batches = statement.executeQuery(BATCHES)) {
            while (batches.next()) {
                offenders.checked();
                long batch = batches.getLong("id");
                LocalDate registeredOn = batches.getObject("registered_on", LocalDate.class);
                Optional<ActsDigest> digest = keys.ofKnownActs(registeredOn);
                if (digest.isEmpty()) {
                    offenders.wrong("batch " + batch + ": the key of " + registeredOn.getYear() + " is missing");
                } else if (!batches.getBoolean("agrees")
                        || !digestOf(connection, batches, digest.get()).equals(batches.getString("acts_digest"))) {
                    offenders.wrong("batch " + batch);
                }
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet gone = statement.executeQuery(VOUCHED_AND_GONE)) {
            while (gone.next()) {
                offenders.checked();
                offenders.wrong("batch " + gone.getLong(1) + " is gone");
            }
        }
        return offenders.check();
    }

    private static String digestOf(Connection connection, ResultSet batch, ActsDigest digest) throws SQLException {
        String kind = batch.getString("kind");
        if (!kind.equals("COMPLAINTS")) {
            digest.begin(
                    kind,
                    batch.getObject("registered_at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(batch.getObject("effective_on", LocalDate.class)));
        }
        switch (kind) {
            case "WITHDRAWALS" ->
                each(
                        connection,
                        WITHDRAWALS,
                        batch.getLong("id"),
                        row -> digest.addWithdrawal(row.getInt(1), row.getLong(2), row.getInt(3)));
            case "SUCCESSION" -> digest.addSuccession(batch.getShort("insurer"), batch.getShort("successor"));
            default -> each(connection, ACTS, batch.getLong("id"), row -> addAct(digest, row));
        }
        return digest.hex();
    }

    private static void addAct(ActsDigest digest, ResultSet act) throws SQLException {
        digest.add(
                act.getInt(1),
                act.getLong(2),
                act.getShort(3),
                act.getShort(4),
                act.getObject(5, LocalDate.class).toEpochDay(),
                act.getObject(6, LocalDate.class).toEpochDay(),
                act.getObject(7, LocalDate.class).toEpochDay());
    }

    private static void each(Connection connection, String query, long batch, RowReader reader) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setFetchSize(FETCH_ROWS);
            statement.setLong(1, batch);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    /** Takes the current row. */
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
