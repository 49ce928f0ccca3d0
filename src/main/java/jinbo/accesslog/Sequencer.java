package jinbo.accesslog;

import java.util.List;
import jinbo.accesslog.tlog.MerkleTree;
import jinbo.accesslog.tlog.TileDamagedException;
import jinbo.accesslog.tlog.TreeHash;
import jinbo.platform.faultpoint.CrashPoint;
import jinbo.platform.faultpoint.CrashPoints;
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

    private record Leaf(long entry, TreeHash hash) {}

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

    /**
     * Until no entry is left that had been committed when this began.
     *
     * @throws FoundException if entries, places or tiles are not what the program left there; nothing is placed then
     */
    void placeAll() {
        int placed = BATCH;
        while (placed == BATCH) {
            placed = locks.aloneOnTheTree(this::placeSome);
        }
        crashPoints.reach(CrashPoint.ENTRIES_PLACED);
    }

    private int placeSome() {
        List<Leaf> leaves = pending();
        if (leaves.isEmpty()) {
            return 0;
        }
        Head head = heads.read();
        places.give(head.size(), leaves.stream().map(Leaf::entry).toList());
        heads.write(grow(head, leaves.stream().map(Leaf::hash).toList()));
        crashPoints.reach(CrashPoint.PLACING_ENTRIES);
        return leaves.size();
    }

    private List<Leaf> pending() {
        try {
            return table.pending(BATCH).stream()
                    .map(entry -> new Leaf(entry.id(), TreeHash.ofLeaf(EntryBytesOf.entry(entry))))
                    .toList();
        } catch (IllegalArgumentException noEntry) {
            throw new FoundException(AlarmKind.ENTRY_CHANGED, "one that waits for its place");
        }
    }

    private Head grow(Head head, List<TreeHash> leaves) {
        try {
            MerkleTree grown = new MerkleTree(tiles, head.size()).append(leaves);
            return new Head(grown.size(), grown.root());
        } catch (TileDamagedException e) {
            throw FoundException.damaged(e);
        }
    }
}
