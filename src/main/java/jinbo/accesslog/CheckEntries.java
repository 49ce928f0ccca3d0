package jinbo.accesslog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import jinbo.accesslog.tlog.Tile;
import jinbo.accesslog.tlog.TreeHash;
import org.springframework.stereotype.Component;

/** Compares entries with their leaf hashes in the tree, and full tiles of leaf hashes with the tiles above. */
@Component
record CheckEntries(AccessLogTable table, TreeTable treeTable) {

    private static final int WIDTH = Tile.WIDTH;

    /** @throws LogFindingException if an entry has an index beyond the tree */
    void checkNoneOutsideTree(TreeHead treeHead) {
        if (table.existsFrom(treeHead.size())) {
            throw new LogFindingException(Alarm.Kind.ENTRY_OUTSIDE, "at index " + treeHead.size());
        }
    }

    /**
     * Checks the entries from one index until another, rounded to whole tiles of 256 entries.
     *
     * @throws LogFindingException about the first wrong entry
     */
    void check(TreeHead treeHead, long from, long until, LongConsumer progress) {
        for (long tile = from / WIDTH; tile * WIDTH < until; tile++) {
            checkTile(treeHead, tile);
            progress.accept(Math.min((tile + 1) * WIDTH, until));
        }
    }

    private void checkTile(TreeHead treeHead, long tile) {
        long first = tile * WIDTH;
        int width = (int) Math.min(WIDTH, treeHead.size() - first);
        Tile leaves = tile(0, tile, width);
        if (width == WIDTH) {
            climb(tile, leaves);
        }
        List<AccessLogEntry> rows = rows(first, width);
        for (int i = 0; i < width; i++) {
            if (i >= rows.size() || rows.get(i).index().orElse(-1) != first + i) {
                throw new LogFindingException(Alarm.Kind.ENTRY_MISSING, "at index " + (first + i));
            }
            if (!TreeHash.ofLeaf(bytes(rows.get(i), first + i)).equals(leaves.subtree(i, 0))) {
                throw new LogFindingException(Alarm.Kind.ENTRY_CHANGED, "at index " + (first + i));
            }
        }
    }

    /** Compares a full tile with the tile above, and so on; the topmost ones were compared with the head. */
    private void climb(long tile, Tile full) {
        int level = 0;
        long index = tile;
        Optional<Tile> run = Optional.of(full);
        while (run.isPresent()) {
            int place = (int) (index % WIDTH);
            index /= WIDTH;
            level++;
            Tile above = tile(level, index, place + 1);
            if (!above.subtree(place, 0).equals(run.get().subtree(0, Tile.HEIGHT))) {
                throw new LogFindingException(Alarm.Kind.TREE_DAMAGED, "tile " + index + " of level " + level);
            }
            run = place == WIDTH - 1 ? Optional.of(above) : Optional.empty();
        }
    }

    private List<AccessLogEntry> rows(long first, int width) {
        try {
            return table.placed(first, first + width);
        } catch (IllegalArgumentException unreadable) {
            return oneByOne(first, width);
        }
    }

    /** A column with an unknown value makes the whole query fail; single queries find its entry. */
    private List<AccessLogEntry> oneByOne(long first, int width) {
        List<AccessLogEntry> rows = new ArrayList<>();
        for (long index = first; index < first + width; index++) {
            try {
                rows.addAll(table.placed(index, index + 1));
            } catch (IllegalArgumentException unreadable) {
                throw new LogFindingException(Alarm.Kind.ENTRY_CHANGED, "at index " + index);
            }
        }
        return rows;
    }

    private static byte[] bytes(AccessLogEntry entry, long index) {
        try {
            return entry.encode();
        } catch (IllegalArgumentException noEntry) {
            throw new LogFindingException(Alarm.Kind.ENTRY_CHANGED, "at index " + index);
        }
    }

    private Tile tile(int level, long index, int width) {
        byte[] stored = treeTable.read(level, index).orElse(new byte[0]);
        if (stored.length < width * TreeHash.LENGTH) {
            throw new LogFindingException(Alarm.Kind.TREE_DAMAGED, "tile " + index + " of level " + level);
        }
        return new Tile(stored);
    }
}
