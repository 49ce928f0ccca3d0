package jinbo.accesslog;

import java.util.List;
import jinbo.accesslog.tlog.MerkleTree;
import jinbo.accesslog.tlog.TileDamagedException;
import jinbo.accesslog.tlog.TreeHash;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import org.springframework.stereotype.Component;

/**
 * Assigns indexes to pending entries and appends their hashes to the tree, one process at a time. Indexes, tiles and
 * tree head change in one transaction.
 */
@Component
record Sequencer(
        AccessLogTable table,
        LeafIndexTable leafIndexTable,
        TreeTable treeTable,
        LogTransactions locks,
        FaultPointListener faultPointListener) {

    /** Such a batch takes about 10 MB of memory. */
    private static final int BATCH = 5_000;

    private record Leaf(long entry, TreeHash hash) {}

    /** @throws LogFindingException if entries, indexes or tiles were changed */
    void placeAll() {
        int placed = BATCH;
        while (placed == BATCH) {
            placed = locks.withTreeLock(this::placeSome);
        }
        faultPointListener.reached(FaultPoint.ENTRIES_PLACED);
    }

    private int placeSome() {
        List<Leaf> leaves = pending();
        if (leaves.isEmpty()) {
            return 0;
        }
        TreeHead treeHead = treeTable.readHead();
        leafIndexTable.give(treeHead.size(), leaves.stream().map(Leaf::entry).toList());
        treeTable.writeHead(grow(treeHead, leaves.stream().map(Leaf::hash).toList()));
        faultPointListener.reached(FaultPoint.PLACING_ENTRIES);
        return leaves.size();
    }

    private List<Leaf> pending() {
        try {
            return table.pending(BATCH).stream()
                    .map(entry -> new Leaf(entry.id(), TreeHash.ofLeaf(entry.encode())))
                    .toList();
        } catch (IllegalArgumentException noEntry) {
            throw new LogFindingException(Alarm.Kind.ENTRY_CHANGED, "an entry that has no index yet");
        }
    }

    private TreeHead grow(TreeHead treeHead, List<TreeHash> leaves) {
        try {
            MerkleTree grown = new MerkleTree(treeTable, treeHead.size()).append(leaves);
            return new TreeHead(grown.size(), grown.root());
        } catch (TileDamagedException e) {
            throw LogFindingException.damaged(e);
        }
    }
}
