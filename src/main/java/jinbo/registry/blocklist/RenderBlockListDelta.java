package jinbo.registry.blocklist;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.BlockListDeltaWriter;
import jinbo.exchange.format.BlockListDeltaWriter.BlockListDeltaSummary;
import jinbo.exchange.format.ListDigest;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.BlockChange;
import jinbo.registry.RegistryMoment;
import jinbo.registry.blocklist.SharedDeltas.SharedDelta;
import org.springframework.stereotype.Component;

/**
 * Writes what has changed on an insurer's list since the one before as CSV, and carries entries and digest of the whole list
 * forward: in time proportional to the change, most of which is that of its lines and was rendered for others.
 */
@Component
public class RenderBlockListDelta {

    /**
     * @param before the list before, whose revision and moment the changes count from
     * @param lines that it sells now, which are those of the list before
     * @param deltas until the list's revision and the Beijing date of its {@code as_of}; blocks that are over on it leave the list
     * @param csv where the bytes go; left open
     */
    public RenderedList delta(
            AccessPermit permit,
            SharedDeltas deltas,
            List<LineParticipation> lines,
            SealedList before,
            OutputStream csv)
            throws IOException {
        RegistryMoment since = new RegistryMoment(
                before.manifest().revision(),
                BusinessTime.dateOf(before.manifest().asOf()));
        CarriedForward list = new CarriedForward(before, new BlockListDeltaWriter(csv));
        Optional<SharedDelta> shared =
                deltas.of(permit, lines.stream().map(LineParticipation::line).toList(), since);
        if (shared.isPresent()) {
            list.change(shared.get(), deltas.changes().ownChangesSince(permit, lines, since));
        } else {
            each(change -> deltas.changes().since(permit, lines, since, change), list);
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
        private final SortedMap<LineCode, Long> entries;

        CarriedForward(SealedList before, BlockListDeltaWriter writer) {
            this.writer = writer;
            this.digest = ListDigest.from(before.manifest().listDigest());
            this.entries = new TreeMap<>(before.entriesByLine());
        }

        void change(BlockChange change) throws IOException {
            SharedDelta.apply(change, digest, entries);
            writer.write(SharedDelta.row(change));
        }

        /** @param own for the numbers where the insurer's changes may be others than the shared ones, all of these; or none */
        void change(SharedDelta shared, Map<Long, List<BlockChange>> own) throws IOException {
            digest.add(ListDigest.from(shared.digest()));
            shared.gained().forEach((line, gained) -> entries.merge(line, gained, Long::sum));
            int next = 0;
            for (Map.Entry<Long, List<BlockChange>> different : own.entrySet()) {
                int at = shared.rows().countBelow(different.getKey());
                writer.write(shared.rows(), next, at);
                next = at;
                for (; next < shared.rows().size() && shared.rows().mobile(next) == different.getKey(); next++) {
                    SharedDelta.apply(SharedDelta.undone(shared.changes().get(next)), digest, entries);
                }
                for (BlockChange change : different.getValue()) {
                    change(change);
                }
            }
            writer.write(shared.rows(), next, shared.rows().size());
        }

        RenderedList finish() throws IOException {
            BlockListDeltaSummary delta = writer.finish();
            return new RenderedList(delta.rows(), entries, delta.contentSha256(), digest.hex());
        }
    }
}
