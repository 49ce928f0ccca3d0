package jinbo.accesslog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import jinbo.accesslog.tlog.TreeHash;
import org.springframework.stereotype.Component;

/** Compares entries with their leaf hashes in the tree, and those with the hashes above. */
@Component
record CheckEntries(AccessLogTable table, TileTable tiles) {

    private static final int WIDTH = 256;

    /** @throws LogFindingException if an entry has an index beyond the tree */
    void checkNoneOutsideTree(TreeHead treeHead) {
        if (table.existsFrom(treeHead.size())) {
            throw new LogFindingException(Alarm.Kind.ENTRY_OUTSIDE, "at index " + treeHead.size());
        }
    }

    /**
     * Checks entries, rounded to whole tiles.
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
        List<TreeHash> leaves = hashes(0, tile, width);
        if (width == WIDTH) {
            climb(tile, leaves);
        }
        List<AccessLogEntry> rows = rows(first, width);
        for (int i = 0; i < width; i++) {
            if (i >= rows.size() || rows.get(i).index().orElse(-1) != first + i) {
                throw new LogFindingException(Alarm.Kind.ENTRY_MISSING, "at index " + (first + i));
            }
            if (!TreeHash.ofLeaf(bytes(rows.get(i), first + i)).equals(leaves.get(i))) {
                throw new LogFindingException(Alarm.Kind.ENTRY_CHANGED, "at index " + (first + i));
            }
        }
    }

    /** The hash of a full tile is in the tile above; the topmost tiles were compared with the head. */
    private void climb(long tile, List<TreeHash> hashes) {
        int level = 0;
        long index = tile;
        List<TreeHash> run = hashes;
        while (run.size() == WIDTH) {
            int place = (int) (index % WIDTH);
            index /= WIDTH;
            level++;
            List<TreeHash> above = hashes(level, index, place + 1);
            if (!above.get(place).equals(root(run))) {
                throw new LogFindingException(Alarm.Kind.TREE_DAMAGED, "tile " + index + " of level " + level);
            }
            run = place == WIDTH - 1 ? above : List.of();
        }
    }

    private List<AccessLogEntry> rows(long first, int width) {
        try {
            return table.placed(first, first + width);
        } catch (IllegalArgumentException unreadable) {
            return oneByOne(first, width);
        }
    }

    /** An unknown value makes a whole query fail, so single queries find its entry. */
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
            return EntryRowEncoder.entry(entry);
        } catch (IllegalArgumentException noEntry) {
            throw new LogFindingException(Alarm.Kind.ENTRY_CHANGED, "at index " + index);
        }
    }

    private List<TreeHash> hashes(int level, long index, int width) {
        byte[] kept = tiles.read(level, index).orElse(new byte[0]);
        if (kept.length < width * TreeHash.LENGTH) {
            throw new LogFindingException(Alarm.Kind.TREE_DAMAGED, "tile " + index + " of level " + level);
        }
        List<TreeHash> hashes = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            hashes.add(TreeHash.of(kept, i * TreeHash.LENGTH));
        }
        return hashes;
    }

    private static TreeHash root(List<TreeHash> run) {
        List<TreeHash> row = run;
        while (row.size() > 1) {
            List<TreeHash> above = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                above.add(TreeHash.ofNode(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.get(0);
    }
}
