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
 * Writes an insurer's delta list as CSV and computes the count and the digest of the entries of the resulting full
 * list. The time is proportional to the changes. Most changes are rendered only once for all insurers of a line.
 */
@Component
public class RenderBlockListDelta {

    /** Writes the changes in the insurer's lines, which must be those of its previous list; leaves the stream open. */
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

    /** Entries and digest of the full list: at first those of the previous list, then updated change by change. */
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

        /** @param own all changes of the numbers whose changes may differ from the shared ones for this insurer */
        void change(SharedDelta shared, Map<Long, List<BlockChange>> own) throws IOException {
            digest.add(ListDigest.from(shared.digest()));
            shared.gained().forEach((line, gained) -> entries.merge(line, gained, Long::sum));
            int next = 0;
            for (Map.Entry<Long, List<BlockChange>> different : own.entrySet()) {
                int at = shared.rows().countBelow(different.getKey());
                writer.write(shared.rows(), next, at);
                next = at;
                for (; next < shared.rows().size() && shared.rows().mobile(next) == different.getKey(); next++) {
                    SharedDelta.apply(SharedDelta.reversed(shared.changes().get(next)), digest, entries);
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
