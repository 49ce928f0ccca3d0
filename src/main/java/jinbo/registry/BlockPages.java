package jinbo.registry;

import java.sql.Connection;
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
 * All {@link BlockPage pages} of several thousands of numbers. They are read together, changed in memory and written
 * together. The caller must hold the registry lock and must have opened the gate to the numbers on the connection.
 */
final class BlockPages {

    private static final String READ = "select thousand, scope, blocks from block_page where thousand = any(?)";

    /** Needs no {@code on conflict}: while this transaction has the registry lock, no other one adds the same page. */
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

    /** Limits memory: a page takes up to five kibibytes, and a thousand may have a page for each scope. */
    static final int MAX_THOUSANDS = 128;

    private final Map<Integer, List<BlockPage>> pages;

    private BlockPages(Map<Integer, List<BlockPage>> pages) {
        this.pages = pages;
    }

    @FunctionalInterface
    interface Work {
        void with(BlockPages pages, List<Long> numbers) throws SQLException;
    }

    /** Reads the pages of many numbers, up to {@link #MAX_THOUSANDS} thousands at a time. */
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
        NumberSql.query(
                        connection,
                        READ,
                        (row, number) -> BlockPage.of(row.getInt(1), row.getShort(2), row.getBytes(3)),
                        NumberSql.ints(thousands))
                .forEach(page -> pages.computeIfAbsent(page.thousand(), first -> new ArrayList<>())
                        .add(page));
        return new BlockPages(pages);
    }

    /** All pages of a thousand. The list is valid until the next call. */
    List<BlockPage> of(int thousand) {
        return Collections.unmodifiableList(pages.getOrDefault(thousand, List.of()));
    }

    /** The page of a scope in a thousand; an empty page is added if it is missing. */
    BlockPage of(int thousand, short scope) {
        List<BlockPage> ofThousand = pages.computeIfAbsent(thousand, first -> new ArrayList<>());
        // the page of the whole line is needed most, and it is the last of those that were read
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
            NumberSql.update(connection, ADD, revision, thousands(added), scopes(added), contents(added));
        }
        if (!changed.isEmpty()) {
            NumberSql.update(connection, CHANGE, revision, thousands(changed), scopes(changed), contents(changed));
        }
        if (!removed.isEmpty()) {
            NumberSql.update(connection, REMOVE, thousands(removed), scopes(removed));
        }
    }

    private static Integer[] thousands(List<BlockPage> pages) {
        return pages.stream().map(BlockPage::thousand).toArray(Integer[]::new);
    }

    private static Short[] scopes(List<BlockPage> pages) {
        return pages.stream().map(BlockPage::scope).toArray(Short[]::new);
    }

    private static byte[][] contents(List<BlockPage> pages) {
        return pages.stream().map(BlockPage::bytes).toArray(byte[][]::new);
    }
}
