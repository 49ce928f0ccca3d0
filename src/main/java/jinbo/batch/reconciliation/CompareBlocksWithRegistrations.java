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
 * Walks through all acts and all blocks in order of the numbers, derives each number's blocks from its acts and compares.
 * Reads by cursor, so memory does not grow with the registry.
 */
final class CompareBlocksWithRegistrations {

    private static final int SHOW_PROGRESS_EVERY = 10_000;

    private final NumberHistoryCursor histories;
    private final StoredBlocks stored;
    private final DeriveLists lists;

    /** @param lists that are made anew from the same acts meanwhile */
    CompareBlocksWithRegistrations(NumberHistoryCursor histories, StoredBlocks stored, DeriveLists lists) {
        this.histories = histories;
        this.stored = stored;
        this.lists = lists;
    }

    static RuleResult compare(Connection connection, NumberHistoryCursor histories, DeriveLists lists)
            throws SQLException {
        try (StoredBlocks stored = new StoredBlocks(connection)) {
            return new CompareBlocksWithRegistrations(histories, stored, lists).compare();
        }
    }

    private RuleResult compare() throws SQLException {
        RuleViolations offenders = new RuleViolations(VerifiedRule.BLOCKS_FOLLOW_FROM_ACTS);
        long numbers = 0;
        while (histories.mobile() != NumberHistoryCursor.END || stored.mobile() != NumberHistoryCursor.END) {
            long mobile = Math.min(histories.mobile(), stored.mobile());
            Optional<DerivedBlocks> derived =
                    histories.mobile() == mobile ? Optional.of(derive(mobile)) : Optional.empty();
            StoredBlocks.OfNumber there = stored.of(mobile);
            offenders.checked();
            if (derived.isEmpty()) {
                offenders.wrong("a block of " + there.place() + " that no act explains");
            } else if (!histories.isPossible() || !same(derived.get(), there)) {
                offenders.wrong("the blocks of the number registered at " + histories.place());
            }
            numbers++;
            if (numbers % SHOW_PROGRESS_EVERY == 0) {
                lists.acts(histories.read());
            }
        }
        lists.acts(histories.read());
        return offenders.check();
    }

    private DerivedBlocks derive(long mobile) throws SQLException {
        NumberHistory history = histories.next();
        return lists.take(mobile, history);
    }

    private static boolean same(DerivedBlocks derived, StoredBlocks.OfNumber stored) {
        Map<Short, Interval> blocks = derived.byScope();
        return blocks.size() == stored.blocks().size()
                && blocks.entrySet().stream()
                        .allMatch(entry -> Optional.of(entry.getValue())
                                .equals(stored.blocks().get(entry.getKey())))
                && derived.lastWordOn().equals(stored.lastWordOn());
    }
}
