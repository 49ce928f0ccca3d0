package jinbo.registry.blocklist;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.BlockListDeltaSummary;
import jinbo.exchange.format.BlockListDeltaWriter;
import jinbo.exchange.format.ListDigest;
import jinbo.exchange.format.Manifest;
import jinbo.participant.insurer.Insurer;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.BlockChange;
import jinbo.registry.RegistryMoment;
import org.springframework.stereotype.Component;

/**
 * Writes what has changed on an insurer's list since the one before as CSV, and carries entries and digest of the whole list
 * forward: in time proportional to the change, most of which is that of its sector and was rendered for others.
 */
@Component
public class RenderBlockListDelta {

    /**
     * Writes the changes.
     *
     * @param before the manifest of the list before, whose revision and moment the changes count from
     * @param deltas until the list's revision and the Beijing date of its {@code as_of}; blocks that are over on it leave the list
     * @param csv where the bytes go; left open
     * @throws IOException if the stream fails
     */
    public RenderedList delta(
            AccessPermit permit, SectorDeltas deltas, Insurer insurer, Manifest before, OutputStream csv)
            throws IOException {
        RegistryMoment since = new RegistryMoment(before.revision(), BusinessTime.dateOf(before.asOf()));
        CarriedForward list = new CarriedForward(before, new BlockListDeltaWriter(csv));
        Optional<SectorDelta> shared = deltas.of(permit, insurer.sector(), since);
        if (shared.isPresent()) {
            list.change(shared.get(), deltas.changes().ownChangesSince(permit, insurer, since));
        } else {
            each(change -> deltas.changes().since(permit, insurer, since, change), list);
        }
        return list.finish();
    }

    private static void each(Consumer<Consumer<BlockChange>> changes, CarriedForward list) throws IOException {
        try {
            changes.accept(change -> {
                try {
                    list.change(change);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The list before, as it becomes the list after. */
    private static final class CarriedForward {

        private final BlockListDeltaWriter writer;
        private final ListDigest digest;
        private long entries;

        CarriedForward(Manifest before, BlockListDeltaWriter writer) {
            this.writer = writer;
            this.digest = ListDigest.from(before.listDigest());
            this.entries = before.entries();
        }

        void change(BlockChange change) throws IOException {
            entries += SectorDelta.apply(change, digest);
            writer.write(SectorDelta.row(change));
        }

        /** @param own for the numbers where the insurer's change may be another one than its sector's, it or none */
        void change(SectorDelta sector, Map<Long, Optional<BlockChange>> own) throws IOException {
            digest.add(ListDigest.from(sector.digest()));
            entries += sector.gained();
            int next = 0;
            for (Map.Entry<Long, Optional<BlockChange>> different : own.entrySet()) {
                int found = sector.rows().find(different.getKey());
                int at = found < 0 ? -1 - found : found;
                writer.write(sector.rows(), next, at);
                next = at;
                if (found >= 0) {
                    entries += SectorDelta.apply(
                            SectorDelta.undone(sector.changes().get(found)), digest);
                    next++;
                }
                if (different.getValue().isPresent()) {
                    change(different.getValue().get());
                }
            }
            writer.write(sector.rows(), next, sector.rows().size());
        }

        RenderedList finish() throws IOException {
            BlockListDeltaSummary delta = writer.finish();
            return new RenderedList(delta.rows(), entries, delta.contentSha256(), digest.hex());
        }
    }
}
