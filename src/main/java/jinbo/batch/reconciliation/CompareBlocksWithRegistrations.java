package jinbo.batch.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import jinbo.registry.DerivedBlocks;
import jinbo.registry.Interval;
import jinbo.registry.NumberHistory;
import jinbo.registry.NumberHistoryCursor;

/**
 * Walks through all registrations and all blocks in order of the numbers, derives each number's blocks from its registrations and compares.
 * Reads by cursor, so memory does not grow with the registry.
 */
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
            Optional<DerivedBlocks> derived =
                    numberHistoryCursor.mobile() == mobile ? Optional.of(derive(mobile)) : Optional.empty();
            StoredBlocks.OfNumber there = stored.of(mobile);
            ruleViolations.checked();
            if (derived.isEmpty()) {
                ruleViolations.wrong("a block of " + there.place() + " that no registration explains");
            } else if (!numberHistoryCursor.isPossible() || !same(derived.get(), there)) {
                ruleViolations.wrong("the blocks of the number registered at " + numberHistoryCursor.place());
            }
            numbers++;
            if (numbers % SHOW_PROGRESS_EVERY == 0) {
                lists.registrations(numberHistoryCursor.read());
            }
        }
        lists.registrations(numberHistoryCursor.read());
        return ruleViolations.check();
    }

    private DerivedBlocks derive(long mobile) throws SQLException {
        NumberHistory history = numberHistoryCursor.next();
        return lists.take(mobile, history);
    }

    private static boolean same(DerivedBlocks derived, StoredBlocks.OfNumber stored) {
        Map<Short, Interval> blocks = derived.byScope();
        return blocks.size() == stored.blocks().size()
                && blocks.entrySet().stream()
                        .allMatch(entry -> Optional.of(entry.getValue())
                                .equals(stored.blocks().get(entry.getKey())))
                && derived.lastConsumerRegistrationOn().equals(stored.lastChoiceOn());
    }
}
