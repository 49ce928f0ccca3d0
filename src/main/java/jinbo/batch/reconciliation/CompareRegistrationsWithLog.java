package jinbo.batch.reconciliation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jinbo.accesslog.DestroyedSubjectKeys;
import jinbo.accesslog.RegistrationDigest;
import jinbo.accesslog.SubjectKeys;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Compares each batch of registrations with its digest in the signed access log. This also finds a registration and its
 * block that somebody changed in the same way, so that the two still match. For an erased number, its hash goes into
 * the digest. Batches of a year whose key is destroyed cannot be compared.
 */
final class CompareRegistrationsWithLog {

    /** Leaves out batches from before digests were logged. */
    private static final String BATCHES = """
        select b.id, b.kind, b.registered_at, b.registered_on, b.effective_on, b.insurer, b.successor, e.acts_digest,
               coalesce(e.acts_revision = b.revision and e.acts_count = b.registrations, false) as agrees
        from registration_batch b left join access_log_entry e on e.acts_batch = b.id
        where e.id is not null
           or b.revision >= (select min(acts_revision) from access_log_entry where acts_batch is not null)
        order by b.id
        """;

    private static final String LOGGED_BUT_MISSING = """
        select e.acts_batch from access_log_entry e
        where e.acts_batch is not null and not exists (select from registration_batch b where b.id = e.acts_batch)
        """;

    private static final int FETCH_ROWS = 10_000;

    private final SubjectKeys keys;
    private final DestroyedSubjectKeys destroyed;
    private Set<Integer> yearsDestroyed;
    private final RuleViolations ruleViolations = new RuleViolations(VerifiedRule.REGISTRATIONS_ARE_IN_THE_ACCESS_LOG);
    private final Map<Integer, Integer> withoutKey = new TreeMap<>();

    CompareRegistrationsWithLog(SubjectKeys keys, DestroyedSubjectKeys destroyed) {
        this.keys = keys;
        this.destroyed = destroyed;
        this.yearsDestroyed = destroyed.years();
    }

    /** @param connection must be in a transaction, or the driver fetches all rows at once */
    RuleResult compare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet batches = statement.executeQuery(BATCHES)) {
                while (batches.next()) {
                    ruleViolations.checked();
                    compare(connection, batches);
                }
            }
            try (ResultSet gone = statement.executeQuery(LOGGED_BUT_MISSING)) {
                while (gone.next()) {
                    ruleViolations.checked();
                    ruleViolations.wrong("batch " + gone.getLong(1) + " is missing");
                }
            }
        }
        withoutKey.forEach((year, batches) -> ruleViolations.notComparable(
                "batches of " + year + ", not comparable any more: key destroyed (" + batches + ")"));
        return ruleViolations.result();
    }

    private void compare(Connection connection, ResultSet batch) throws SQLException {
        String name = "batch " + batch.getLong("id");
        LocalDate registeredOn = batch.getObject("registered_on", LocalDate.class);
        int year = registeredOn.getYear();
        Optional<RegistrationDigest> digest = keys.digestForStoredRegistrations(registeredOn);
        if (digest.isEmpty() && !yearsDestroyed.contains(year)) {
            // the key may have been destroyed since the years were read; its destruction is recorded before it happens
            yearsDestroyed = destroyed.years();
        }
        if (!batch.getBoolean("agrees")) {
            ruleViolations.wrong(name);
        } else if (yearsDestroyed.contains(year)) {
            withoutKey.merge(year, 1, Integer::sum);
        } else if (digest.isEmpty()) {
            ruleViolations.wrong(name + ": the key of " + year + " is missing");
        } else if (!new BatchDigest(connection, batch, digest.get()).hex().equals(batch.getString("acts_digest"))) {
            ruleViolations.wrong(name);
        }
    }

    /** Computes the digest of a batch (the current row of the query) from its present registrations. */
    record BatchDigest(Connection connection, ResultSet batch, RegistrationDigest digest) {

        private static final String REGISTRATIONS = """
            select line, mobile, subject, subject_epoch, scope, coalesce(complaint, -1),
                   coalesce(complained_on, date '1970-01-01'), effective_on, expires_on
            from registration where batch = ? order by line
            """;

        private static final String WITHDRAWALS = """
            select line, withdrawn_batch, withdrawn_line from withdrawal where batch = ?
            order by withdrawn_batch, withdrawn_line
            """;

        /**
         * Returns the digest. Leaves out an erased registration that was hashed with another year's key, so that the
         * digest differs from the logged one.
         */
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

        private void each(String query, RowCallbackHandler handler) throws SQLException {
            try (var statement = connection.prepareStatement(query)) {
                statement.setFetchSize(FETCH_ROWS);
                statement.setLong(1, batch.getLong("id"));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        handler.processRow(rows);
                    }
                }
            }
        }
    }
}
