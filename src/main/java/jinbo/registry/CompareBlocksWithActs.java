package jinbo.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jinbo.insurer.Sector;

/**
 * Walks through all acts and all blocks in order of the numbers, derives each number's blocks from its acts and compares.
 * Reads by cursor, so memory does not grow with the registry.
 */
final class CompareBlocksWithActs implements AutoCloseable {

    private static final int FETCH_ROWS = 10_000;
    private static final String ACTS = """
            select r.mobile, r.scope, b.sector, r.effective_on, r.expires_on, b.registered_on, b.revision, r.line
            from registration r join act_batch b on b.id = r.batch
            order by r.mobile, b.revision, r.line
            """;
    private static final String BLOCKS =
            "select mobile, scope, effective_on, expires_on, revision from block order by mobile, scope";

    private final ResultSet acts;
    private final ResultSet blocks;
    private boolean actsLeft;
    private boolean blocksLeft;
    private boolean impossibleAct;
    private long checked;
    private long wrong;
    private final List<String> examples = new ArrayList<>();

    /** @param connection in a transaction, else the driver would fetch all rows at once */
    CompareBlocksWithActs(Connection connection) throws SQLException {
        this.acts = open(connection, ACTS);
        this.blocks = open(connection, BLOCKS);
        this.actsLeft = acts.next();
        this.blocksLeft = blocks.next();
    }

    Check compare() throws SQLException {
        DerivedBlocks derived = new DerivedBlocks();
        while (actsLeft || blocksLeft) {
            long mobile = Math.min(
                    actsLeft ? acts.getLong(1) : Long.MAX_VALUE, blocksLeft ? blocks.getLong(1) : Long.MAX_VALUE);
            derived.clear();
            String place = deriveFromActs(mobile, derived);
            Map<Short, Optional<Interval>> stored = new TreeMap<>();
            String storedPlace = readBlocks(mobile, stored);
            checked++;
            if (impossibleAct || !same(derived.byScope(), stored)) {
                wrong++;
                if (examples.size() < Check.EXAMPLES) {
                    examples.add(
                            place.isEmpty()
                                    ? "a block of " + storedPlace + " that no act explains"
                                    : "the blocks of the number registered at " + place);
                }
            }
        }
        return new Check(VerifiedRule.BLOCKS_FOLLOW_FROM_ACTS, checked, wrong, examples);
    }

    private String deriveFromActs(long mobile, DerivedBlocks derived) throws SQLException {
        String place = "";
        impossibleAct = false;
        while (actsLeft && acts.getLong(1) == mobile) {
            Optional<Interval> ban = interval(acts, 4);
            if (ban.isPresent()) {
                derived.complaint(
                        acts.getShort(2),
                        Sector.valueOf(acts.getString(3)),
                        ban.get(),
                        acts.getObject(6, LocalDate.class));
            } else {
                impossibleAct = true;
            }
            place = "revision " + acts.getLong(7) + ", line " + acts.getInt(8);
            actsLeft = acts.next();
        }
        return place;
    }

    private String readBlocks(long mobile, Map<Short, Optional<Interval>> stored) throws SQLException {
        String place = "";
        while (blocksLeft && blocks.getLong(1) == mobile) {
            stored.put(blocks.getShort(2), interval(blocks, 3));
            place = "revision " + blocks.getLong(5);
            blocksLeft = blocks.next();
        }
        return place;
    }

    /** Empty for one that ends before it begins, which only somebody who writes past the program can bring about. */
    private static Optional<Interval> interval(ResultSet row, int column) throws SQLException {
        LocalDate effectiveOn = row.getObject(column, LocalDate.class);
        LocalDate expiresOn = row.getObject(column + 1, LocalDate.class);
        return expiresOn.isBefore(effectiveOn) ? Optional.empty() : Optional.of(new Interval(effectiveOn, expiresOn));
    }

    private static boolean same(Map<Short, Interval> derived, Map<Short, Optional<Interval>> stored) {
        return derived.size() == stored.size()
                && derived.entrySet().stream()
                        .allMatch(entry -> Optional.of(entry.getValue()).equals(stored.get(entry.getKey())));
    }

    @Override
    public void close() throws SQLException {
        acts.getStatement().close();
        blocks.getStatement().close();
    }

    private static ResultSet open(Connection connection, String query) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setFetchSize(FETCH_ROWS);
        return statement.executeQuery(query);
    }
}
