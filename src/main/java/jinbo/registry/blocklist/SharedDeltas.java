package jinbo.registry.blocklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.BlockListChange;
import jinbo.exchange.format.BlockListEntry;
import jinbo.exchange.format.EncodedDeltaRows;
import jinbo.exchange.format.ListDigest;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.LineCode;
import jinbo.registry.BlockChange;
import jinbo.registry.Interval;
import jinbo.registry.RegistryChanges;
import jinbo.registry.RegistryMoment;

/**
 * The deltas of a publication for insurers without own blocks. For each combination of lines, the changes are rendered
 * and digested only once.
 */
public final class SharedDeltas {

    private final RegistryChanges changes;
    private final Map<Since, Optional<SharedDelta>> known = new HashMap<>();

    private record Since(List<BusinessLine> lines, RegistryMoment before) {}

    public SharedDeltas(RegistryChanges changes) {
        this.changes = changes;
    }

    RegistryChanges changes() {
        return changes;
    }

    /** The delta of these lines since an earlier moment, computed by the first caller; empty if it is too large. */
    synchronized Optional<SharedDelta> of(AccessPermit permit, List<BusinessLine> lines, RegistryMoment before) {
        return known.computeIfAbsent(
                new Since(lines, before),
                since -> changes.since(permit, lines, before).map(SharedDelta::of));
    }

    /**
     * The changes, sorted by number and line, for all insurers that sell the same lines and have no own blocks.
     *
     * @param digest what the changes add to the digest of a full list
     * @param gained how many more entries each line has; negative for fewer
     */
    record SharedDelta(List<BlockChange> changes, EncodedDeltaRows rows, String digest, Map<LineCode, Long> gained) {

        static SharedDelta of(List<BlockChange> changes) {
            ListDigest digest = new ListDigest();
            Map<LineCode, Long> gained = new HashMap<>();
            for (BlockChange change : changes) {
                apply(change, digest, gained);
            }
            return new SharedDelta(
                    changes,
                    EncodedDeltaRows.of(changes.stream().map(SharedDelta::row).toList()),
                    digest.hex(),
                    gained);
        }

        /** Applies a change to the digest and the counts of entries of a list. */
        static void apply(BlockChange change, ListDigest digest, Map<LineCode, Long> entries) {
            change.before().ifPresent(block -> digest.remove(entry(change, block)));
            change.after().ifPresent(block -> digest.add(entry(change, block)));
            long gained =
                    (change.after().isPresent() ? 1 : 0) - (change.before().isPresent() ? 1 : 0);
            entries.merge(change.line(), gained, Long::sum);
        }

        static BlockListChange row(BlockChange change) {
            if (change.after().isEmpty()) {
                return new BlockListChange.Remove(change.mobile(), change.line());
            }
            BlockListEntry entry = entry(change, change.after().get());
            return change.before().isPresent() ? new BlockListChange.Change(entry) : new BlockListChange.Add(entry);
        }

        /** The reverse change. */
        static BlockChange reversed(BlockChange change) {
            return new BlockChange(change.mobile(), change.line(), change.after(), change.before());
        }

        private static BlockListEntry entry(BlockChange change, Interval block) {
            return new BlockListEntry(change.mobile(), change.line(), block.effectiveOn(), block.expiresOn());
        }
    }
}
