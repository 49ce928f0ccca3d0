package jinbo.blocklist;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.BlockListChange;
import jinbo.exchange.BlockListDelta;
import jinbo.exchange.BlockListDeltaWriter;
import jinbo.exchange.BlockListEntry;
import jinbo.exchange.ListDigest;
import jinbo.exchange.Manifest;
import jinbo.insurer.Insurer;
import jinbo.mobile.Mobile;
import jinbo.registry.BlockChange;
import jinbo.registry.Interval;
import jinbo.registry.Moment;
import jinbo.registry.RegistryChanges;
import jinbo.workday.BusinessTime;
import org.springframework.stereotype.Component;

/**
 * Writes what has changed on an insurer's list since the one before as CSV, and carries entries and digest of the whole list
 * forward: in time proportional to the change.
 */
@Component
public class RenderBlockListDelta {

    /**
     * Writes the changes.
     *
     * @param before the manifest of the list before, whose revision and moment the changes count from
     * @param changes until the list's revision and the Beijing date of its {@code as_of}; bans that are over on it leave the list
     * @param csv where the bytes go; left open
     * @throws IOException if the stream fails
     */
    public RenderedList delta(
            AccessPermit permit, RegistryChanges changes, Insurer insurer, Manifest before, OutputStream csv)
            throws IOException {
        CarriedForward list = new CarriedForward(before, new BlockListDeltaWriter(csv));
        Moment since = new Moment(before.revision(), BusinessTime.dateOf(before.asOf()));
        try {
            changes.since(permit, insurer, since, list::change);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return list.finish();
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

        void change(BlockChange change) {
            change.before().ifPresent(ban -> {
                digest.remove(entry(change.mobile(), ban));
                entries--;
            });
            change.after().ifPresent(ban -> {
                digest.add(entry(change.mobile(), ban));
                entries++;
            });
            try {
                writer.write(row(change));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        RenderedList finish() throws IOException {
            BlockListDelta delta = writer.finish();
            return new RenderedList(delta.rows(), entries, delta.contentSha256(), digest.hex());
        }

        private static BlockListChange row(BlockChange change) {
            if (change.after().isEmpty()) {
                return new BlockListChange.Remove(change.mobile());
            }
            BlockListEntry entry = entry(change.mobile(), change.after().get());
            return change.before().isPresent() ? new BlockListChange.Change(entry) : new BlockListChange.Add(entry);
        }

        private static BlockListEntry entry(Mobile mobile, Interval ban) {
            return new BlockListEntry(mobile, ban.effectiveOn(), ban.expiresOn());
        }
    }
}
