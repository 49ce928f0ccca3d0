package jinbo.partner;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import jinbo.exchange.format.BlockListChange;
import jinbo.exchange.format.BlockListEntry;
import jinbo.exchange.format.BlockListSummary;
import jinbo.exchange.format.BlockListWriter;

/**
 * Writes the list that comes of the one that is held and a delta: one walk through both, since both rise by number. A change
 * that does not fit is counted and passed over; what is written is no list then. Not for several threads at once.
 */
final class MergeDelta {

    private final BlockListFileRows before;
    private final BlockListWriter after;
    private Optional<BlockListEntry> next;
    private long mismatches;

    /**
     * @param csv gets the list; not closed
     */
    MergeDelta(BlockListFileRows before, OutputStream csv) throws IOException {
        this.before = before;
        this.after = new BlockListWriter(csv);
        this.next = before.next();
    }

    /**
     * Takes the next change.
     *
     * @throws UncheckedIOException of the files
     */
    void take(BlockListChange change) {
        try {
            copyBelow(change.mobile().value());
            boolean held = next.isPresent() && next.get().mobile().equals(change.mobile());
            if (change instanceof BlockListChange.Add add) {
                if (held) {
                    mismatches++;
                } else {
                    after.write(add.entry());
                }
            } else if (!held) {
                mismatches++;
            } else {
                next = before.next();
                if (change instanceof BlockListChange.Change changed) {
                    after.write(changed.entry());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies what is left, and says what the list holds. */
    BlockListSummary finish() throws IOException {
        copyBelow(Long.MAX_VALUE);
        return after.finish();
    }

    /** How many changes do not fit the list that is held. */
    long mismatches() {
        return mismatches;
    }

    private void copyBelow(long mobile) throws IOException {
        while (next.isPresent() && next.get().mobile().value() < mobile) {
            after.write(next.get());
            next = before.next();
        }
    }
}
