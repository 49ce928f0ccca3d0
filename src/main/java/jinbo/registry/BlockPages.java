package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pages of some thousands of numbers, read together, changed in memory, and those that have changed written together. The registry
 * lock must be held and the gate to the numbers be open on the connection.
 */
final class BlockPages {

    private static final String READ = "select thousand, scope, blocks from block_page where thousand = any(?)";

    /** Nobody else adds a page meanwhile, which is what the registry lock is for. */
    private static final String ADD = """
            insert into block_page (thousand, scope, blocks, revision)
            select d.*, ? from unnest(?, ?, ?) as d
            """;

    private static final String CHANGE = """
            update block_page p set blocks = d.blocks, revision = ?
            from unnest(?, ?, ?) as d (thousand, scope, blocks)
            where p.thousand = d.thousand and p.scope = d.scope
            """;

    private static final String REMOVE = """
            delete from block_page p using unnest(?, ?) as d (thousand, scope)
            where p.thousand = d.thousand and p.scope = d.scope
            """;

    /** A page takes five kibibytes in memory at most, and a thousand has one for each insurer at most. */
    static final int MAX_THOUSANDS = 128;

    private final Map<Integer, List<BlockPage>> pages;

    private BlockPages(Map<Integer, List<BlockPage>> pages) {
        this.pages = pages;
    }

    /** What is to be done with the pages of some numbers. */
    @FunctionalInterface
    interface Work {
        void with(BlockPages pages, List<Long> numbers) throws SQLException;
    }

    /** Reads the pages of many numbers, some at a time. */
    static void each(Connection connection, List<Long> numbers, Work work) throws SQLException {
        List<Long> sorted = numbers.stream().sorted().toList();
        int from = 0;
        while (from < sorted.size()) {
            Set<Integer> thousands = new TreeSet<>();
            int to = from;
            while (to < sorted.size()
                    && (thousands.size() < MAX_THOUSANDS || thousands.contains(Thousand.of(sorted.get(to))))) {
                thousands.add(Thousand.of(sorted.get(to)));
                to++;
            }
            work.with(read(connection, thousands), sorted.subList(from, to));
            from = to;
        }
    }

    /** @param thousands at most {@link #MAX_THOUSANDS} */
    static BlockPages read(Connection connection, Collection<Integer> thousands) throws SQLException {
        Map<Integer, List<BlockPage>> pages = new HashMap<>(2 * thousands.size());
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setArray(1, connection.createArrayOf("int", thousands.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    BlockPage page = BlockPage.of(row.getInt(1), row.getShort(2), row.getBytes(3));
                    pages.computeIfAbsent(page.thousand(), first -> new ArrayList<>())
                            .add(page);
                }
            }
        }
        return new BlockPages(pages);
    }

    /** All pages of a thousand, to be gone through before another one is asked for. */
    List<BlockPage> of(int thousand) {
        return Collections.unmodifiableList(pages.getOrDefault(thousand, List.of()));
    }

    /** The page of a scope; a new one if there is none. */
    BlockPage of(int thousand, short scope) {
        List<BlockPage> ofThousand = pages.computeIfAbsent(thousand, first -> new ArrayList<>());
        // the page of the whole line, which is asked for most, comes last of those that were read
        for (int i = ofThousand.size() - 1; i >= 0; i--) {
            if (ofThousand.get(i).scope() == scope) {
                return ofThousand.get(i);
            }
        }
        BlockPage added = BlockPage.empty(thousand, scope);
        ofThousand.add(added);
        return added;
    }

    void write(Connection connection, long revision) throws SQLException {
        List<BlockPage> added = new ArrayList<>();
        List<BlockPage> changed = new ArrayList<>();
        List<BlockPage> removed = new ArrayList<>();
        for (List<BlockPage> ofThousand : pages.values()) {
            for (BlockPage page : ofThousand) {
                if (page.isChanged()) {
                    (page.isEmpty() ? removed : page.isNew() ? added : changed).add(page);
                }
            }
        }
        if (!added.isEmpty()) {
            write(connection, ADD, added, revision);
        }
        if (!changed.isEmpty()) {
            write(connection, CHANGE, changed, revision);
        }
        if (!removed.isEmpty()) {
            remove(connection, removed);
        }
    }

    private static void write(Connection connection, String command, List<BlockPage> pages, long revision)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            statement.setLong(1, revision);
            setKeys(connection, statement, 2, pages);
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea", pages.stream().map(BlockPage::bytes).toArray(byte[][]::new)));
            statement.executeUpdate();
        }
    }

    private static void remove(Connection connection, List<BlockPage> pages) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
            setKeys(connection, statement, 1, pages);
            statement.executeUpdate();
        }
    }

    private static void setKeys(Connection connection, PreparedStatement statement, int first, List<BlockPage> pages)
            throws SQLException {
        statement.setArray(
                first,
                connection.createArrayOf(
                        "int", pages.stream().map(BlockPage::thousand).toArray()));
        statement.setArray(
                first + 1,
                connection.createArrayOf(
                        "smallint", pages.stream().map(BlockPage::scope).toArray()));
    }
}
