package jinbo.accesslog;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jinbo.accesslog.tlog.MerkleTree;
import jinbo.accesslog.tlog.TreeHash;
import org.springframework.stereotype.Component;

/**
 * Makes tiles, head and notes anew from the entries that stand in the log, where they do not belong together any more. Where
 * an entry is lost another one stands in its place and says so, so that all others keep the index that lists and
 * receipts tell.
 */
@Component
record RebuildTree(
        AccessLogTable table,
        LeafIndexTable leafIndexTable,
        TileTable tiles,
        TreeHeadTable heads,
        PendingWork notes,
        CheckLogIntegrity check,
        Clock clock) {

    private static final int BATCH = 5_000;
    private static final int MOST_LOST = 1_000;

    /**
     * To be called under the tree's lock, in the transaction that signs the head.
     *
     * @throws AccessLogException if entries cannot be read, stand at two places, or too many are lost
     */
    void rebuild() {
        if (check.isSound()) {
            return;
        }
        leafIndexTable.findInvalid().ifPresent(index -> {
            throw new AccessLogException(AccessLogError.ENTRY_MISPLACED, index);
        });
        fillHoles();
        notes.rebuild();
        grow(leafIndexTable.nextIndex());
    }

    private void fillHoles() {
        List<LeafIndexTable.Hole> holes = leafIndexTable.holes(MOST_LOST + 1);
        if (holes.size() > MOST_LOST) {
            throw new AccessLogException(
                    AccessLogError.TOO_MANY_LOST, MOST_LOST, holes.get(0).index());
        }
        Instant found = clock.instant();
        for (LeafIndexTable.Hole hole : holes) {
            long entry = table.reinsert(hole.index(), hole.entry(), found);
            if (hole.entry().isEmpty()) {
                leafIndexTable.give(hole.index(), entry);
            }
        }
    }

    private void grow(long size) {
        tiles.clear();
        MerkleTree tree = new MerkleTree(tiles, 0);
        while (tree.size() < size) {
            tree = tree.append(leaves(tree.size(), Math.min(size, tree.size() + BATCH)));
        }
        heads.write(new TreeHead(size, tree.root()));
    }

    private List<TreeHash> leaves(long from, long until) {
        try {
            return table.placed(from, until).stream()
                    .map(entry -> TreeHash.ofLeaf(EntryRowEncoder.entry(entry)))
                    .toList();
        } catch (IllegalArgumentException noEntry) {
            throw new AccessLogException(AccessLogError.ENTRY_UNREADABLE, from, until);
        }
    }
}
