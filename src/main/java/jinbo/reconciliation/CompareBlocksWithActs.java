package jinbo.reconciliation;

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

/**
 * Walks through all acts and all blocks in order of the numbers, derives each number's blocks from its acts and compares.
 * Reads by cursor, so memory does not grow with the registry.
 */
final class CompareBlocksWithActs implements AutoCloseable {

    private static final String BLOCKS =
            "select mobile, scope, effective_on, expires_on, revision from block order by mobile, scope";

    private final ActsByNumber acts;
    private final ResultSet blocks;
    private long blocked;

    /** @param connection in a transaction, else the driver would fetch all rows at once */
    CompareBlocksWithActs(Connection connection, ActsByNumber acts) throws SQLException {
        this.acts = acts;
        Statement statement = connection.createStatement();
        statement.setFetchSize(ActsByNumber.FETCH_ROWS);
        this.blocks = statement.executeQuery(BLOCKS);
        advance();
    }

    Check compare() throws SQLException {
        Offenders offenders = new Offenders(VerifiedRule.BLOCKS_FOLLOW_FROM_ACTS);
        DerivedBlocks derived = new DerivedBlocks();
        while (acts.mobile() != ActsByNumber.END || blocked != ActsByNumber.END) {
            long mobile = Math.min(acts.mobile(), blocked);
            derived.clear();
            Optional<ActsByNumber.Folded> folded =
                    acts.mobile() == mobile ? Optional.of(acts.fold(derived)) : Optional.empty();
            Map<Short, Optional<Interval>> stored = new TreeMap<>();
            String storedPlace = readBlocks(mobile, stored);
            offenders.checked();
            if (folded.isEmpty()) {
                offenders.wrong("a block of " + storedPlace + " that no act explains");
            } else if (!folded.get().possible() || !same(derived.byScope(), stored)) {
                offenders.wrong(
                        "the blocks of the number registered at " + folded.get().place());
            }
        }
        return offenders.check();
    }

    private String readBlocks(long mobile, Map<Short, Optional<Interval>> stored) throws SQLException {
        String place = "";
        while (blocked == mobile) {
            stored.put(blocks.getShort(2), interval());
            place = "revision " + blocks.getLong(5);
            advance();
        }
        return place;
    }

    /** Empty for one that ends before it begins, which only somebody who writes past the program can bring about. */
    private Optional<Interval> interval() throws SQLException {
        LocalDate effectiveOn = blocks.getObject(3, LocalDate.class);
        LocalDate expiresOn = blocks.getObject(4, LocalDate.class);
        return expiresOn.isBefore(effectiveOn) ? Optional.empty() : Optional.of(new Interval(effectiveOn, expiresOn));
    }

    private void advance() throws SQLException {
        blocked = blocks.next() ? blocks.getLong(1) : ActsByNumber.END;
    }

    private static boolean same(Map<Short, Interval> derived, Map<Short, Optional<Interval>> stored) {
        return derived.size() == stored.size()
                && derived.entrySet().stream()
                        .allMatch(entry -> Optional.of(entry.getValue()).equals(stored.get(entry.getKey())));
    }

    @Override
    public void close() throws SQLException {
        blocks.getStatement().close();
    }
}
