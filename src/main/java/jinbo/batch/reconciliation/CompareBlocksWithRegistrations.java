package jinbo.batch.reconciliation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jinbo.registry.DerivedBlocks;
import jinbo.registry.Interval;
import jinbo.registry.NumberHistoryCursor;

/** Derives each number's blocks again from its registrations, and compares them with the stored ones, in one pass. */
record CompareBlocksWithRegistrations(NumberHistoryCursor numberHistoryCursor, StoredBlocks stored, DeriveLists lists) {

    private static final int SHOW_PROGRESS_EVERY = 10_000;

    static RuleResult compare(Connection connection, NumberHistoryCursor numberHistoryCursor, DeriveLists lists)
            throws SQLException {
        try (StoredBlocks stored = new StoredBlocks(connection)) {
            return new CompareBlocksWithRegistrations(numberHistoryCursor, stored, lists).compare();
        }
    }

    private RuleResult compare() throws SQLException {
        RuleViolations ruleViolations = new RuleViolations(VerifiedRule.BLOCKS_FOLLOW_FROM_REGISTRATIONS);
        long numbers = 0;
        while (numberHistoryCursor.mobile() != NumberHistoryCursor.END || stored.mobile() != NumberHistoryCursor.END) {
            long mobile = Math.min(numberHistoryCursor.mobile(), stored.mobile());
            Optional<DerivedBlocks> derived = numberHistoryCursor.mobile() == mobile
                    ? Optional.of(lists.take(mobile, numberHistoryCursor.next()))
                    : Optional.empty();
            StoredBlocks.OfNumber storedBlocks = stored.of(mobile);
            ruleViolations.checked();
            if (derived.isEmpty()) {
                ruleViolations.wrong("a block of " + storedBlocks.place() + " that no registration explains");
            } else if (!numberHistoryCursor.isPossible() || !same(derived.get(), storedBlocks)) {
                ruleViolations.wrong("the blocks of the number registered at " + numberHistoryCursor.place());
            }
            numbers++;
            if (numbers % SHOW_PROGRESS_EVERY == 0) {
                lists.registrations(numberHistoryCursor.read());
            }
        }
        lists.registrations(numberHistoryCursor.read());
        return ruleViolations.result();
    }

    private static boolean same(DerivedBlocks derived, StoredBlocks.OfNumber stored) {
        Map<Short, Interval> blocks = derived.byScope();
        return blocks.size() == stored.blocks().size()
                && blocks.entrySet().stream()
                        .allMatch(entry -> Optional.of(entry.getValue())
                                .equals(stored.blocks().get(entry.getKey())))
                && derived.lastConsumerRegistrationOn().equals(stored.lastChoiceOn());
    }

    /** Reads, number by number, the stored blocks and the day of the consumer's last registration. */
    static final class StoredBlocks implements AutoCloseable {

        private static final int FETCH_ROWS = 10_000;

        /** The day of the last registration is in a row without scope, after the rows of the number's blocks. */
        private static final String STORED = """
            select mobile, scope, effective_on, expires_on, revision from block
            union all
            select mobile, null, registered_on, registered_on, revision from last_consumer_registration
            order by 1, 2 nulls last
            """;

        private final ResultSet rows;
        private long mobile;

        /** @param blocks by scope; empty if invalid or duplicate, which only manual changes can cause */
        record OfNumber(Map<Short, Optional<Interval>> blocks, Optional<LocalDate> lastChoiceOn, String place) {}

        /** @param connection must be in a transaction, or the driver fetches all rows at once */
        StoredBlocks(Connection connection) throws SQLException {
            Statement statement = connection.createStatement();
            statement.setFetchSize(FETCH_ROWS);
            this.rows = statement.executeQuery(STORED);
            advance();
        }

        /** Returns the next number, or {@link NumberHistoryCursor#END}. */
        long mobile() {
            return mobile;
        }

        /** Returns the stored data of a number, which must not be before {@link #mobile}, and moves past it. */
        OfNumber of(long number) throws SQLException {
            Map<Short, Optional<Interval>> blocks = new TreeMap<>();
            Optional<LocalDate> lastChoiceOn = Optional.empty();
            String place = "";
            while (mobile == number) {
                LocalDate from = rows.getObject(3, LocalDate.class);
                LocalDate until = rows.getObject(4, LocalDate.class);
                if (rows.getObject(2) == null) {
                    lastChoiceOn = Optional.of(from);
                } else {
                    Optional<Interval> block =
                            until.isBefore(from) ? Optional.empty() : Optional.of(new Interval(from, until));
                    blocks.merge(rows.getShort(2), block, (one, twice) -> Optional.empty());
                }
                place = "revision " + rows.getLong(5);
                advance();
            }
            return new OfNumber(blocks, lastChoiceOn, place);
        }

        @Override
        public void close() throws SQLException {
            rows.getStatement().close();
        }

        private void advance() throws SQLException {
            mobile = rows.next() ? rows.getLong(1) : NumberHistoryCursor.END;
        }
    }
}
