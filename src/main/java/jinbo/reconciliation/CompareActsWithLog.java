package jinbo.reconciliation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
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
            select b.id, b.registered_on, e.acts_digest,
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
            select line, mobile, scope, complaint, complained_on, effective_on, expires_on
            from registration where batch = ? order by line
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
                        || !digestOf(connection, batch, digest.get()).equals(batches.getString("acts_digest"))) {
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

    private static String digestOf(Connection connection, long batch, ActsDigest digest) throws SQLException {
        try (var statement = connection.prepareStatement(ACTS)) {
            statement.setFetchSize(FETCH_ROWS);
            statement.setLong(1, batch);
            try (ResultSet acts = statement.executeQuery()) {
                while (acts.next()) {
                    digest.add(
                            acts.getInt(1),
                            acts.getLong(2),
                            acts.getShort(3),
                            acts.getShort(4),
                            acts.getObject(5, LocalDate.class).toEpochDay(),
                            acts.getObject(6, LocalDate.class).toEpochDay(),
                            acts.getObject(7, LocalDate.class).toEpochDay());
                }
            }
        }
        return digest.hex();
    }
}
