package jinbo.registry.blocklist;

import java.util.List;
import jinbo.exchange.format.BlockListChange;
import jinbo.exchange.format.BlockListEntry;
import jinbo.exchange.format.EncodedDeltaRows;
import jinbo.exchange.format.ListDigest;
import jinbo.registry.BlockChange;
import jinbo.registry.Interval;

/**
 * What has changed on the lists of a sector's insurers that have no blocks of their own.
 *
 * @param changes by rising number
 * @param rows the same as they stand in a delta
 * @param digest what they add to the digest of a whole list
 * @param gained how many numbers more are on the list; negative if fewer
 */
record SectorDelta(List<BlockChange> changes, EncodedDeltaRows rows, String digest, long gained) {

    static SectorDelta of(List<BlockChange> changes) {
        ListDigest digest = new ListDigest();
        long gained = 0;
        for (BlockChange change : changes) {
            gained += apply(change, digest);
        }
        return new SectorDelta(
                changes,
                EncodedDeltaRows.of(changes.stream().map(SectorDelta::row).toList()),
                digest.hex(),
                gained);
    }

    /**
     * Brings the digest of a list up to date with a change.
     *
     * @return how many numbers more are on the list
     */
    static int apply(BlockChange change, ListDigest digest) {
        change.before().ifPresent(block -> digest.remove(entry(change, block)));
        change.after().ifPresent(block -> digest.add(entry(change, block)));
        return (change.after().isPresent() ? 1 : 0) - (change.before().isPresent() ? 1 : 0);
    }

    /** As a delta tells it. */
    static BlockListChange row(BlockChange change) {
        if (change.after().isEmpty()) {
            return new BlockListChange.Remove(change.mobile());
        }
        BlockListEntry entry = entry(change, change.after().get());
        return change.before().isPresent() ? new BlockListChange.Change(entry) : new BlockListChange.Add(entry);
    }

    /** The way back. */
    static BlockChange undone(BlockChange change) {
        return new BlockChange(change.mobile(), change.after(), change.before());
    }

    private static BlockListEntry entry(BlockChange change, Interval block) {
        return new BlockListEntry(change.mobile(), block.effectiveOn(), block.expiresOn());
    }
}
