package jinbo.accesslog;

import java.util.List;
import jinbo.crashpoint.CrashPoint;
import jinbo.crashpoint.CrashPoints;
import jinbo.tlog.MerkleTree;
import jinbo.tlog.TreeHash;
import org.springframework.stereotype.Component;

/**
 * Puts durable entries into the tree, in batches, one process at a time. Places, tiles and head change in one transaction,
 * so a process that dies between the commit of an entry and this leaves the entry pending and nothing else: the next one
 * that comes, in any process, puts it in.
 */
@Component
class Sequencer {

    /** Some 10 MB of entries of usual length in memory. */
    private static final int BATCH = 5_000;

    private final AccessLogTable table;
    private final Places places;
    private final TileTable tiles;
    private final HeadTable heads;
    private final LogLocks locks;
    private final CrashPoints crashPoints;

    Sequencer(
            AccessLogTable table,
            Places places,
            TileTable tiles,
            HeadTable heads,
            LogLocks locks,
            CrashPoints crashPoints) {
        this.table = table;
        this.places = places;
        this.tiles = tiles;
        this.heads = heads;
        this.locks = locks;
        this.crashPoints = crashPoints;
    }

    /** Until no entry is left that had been committed when this began. */
    void placeAll() {
        int placed = BATCH;
        while (placed == BATCH) {
            placed = locks.aloneOnTheTree(this::placeSome);
        }
        crashPoints.reach(CrashPoint.ENTRIES_PLACED);
    }

    private int placeSome() {
        List<AccessLogEntry> entries = table.pending(BATCH);
        if (entries.isEmpty()) {
            return 0;
        }
        long first = heads.read().size();
        List<TreeHash> leaves = entries.stream()
                .map(entry -> TreeHash.ofLeaf(EntryBytesOf.entry(entry)))
                .toList();
        places.give(first, entries.stream().map(AccessLogEntry::id).toList());
        MerkleTree grown = new MerkleTree(tiles, first).append(leaves);
        heads.write(new Head(grown.size(), grown.root()));
        crashPoints.reach(CrashPoint.PLACING_ENTRIES);
        return entries.size();
    }
}
