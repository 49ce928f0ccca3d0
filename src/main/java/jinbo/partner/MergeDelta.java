package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import jinbo.exchange.format.BlockListChange;
import jinbo.exchange.format.BlockListEntry;
import jinbo.exchange.format.BlockListReader;
import jinbo.exchange.format.BlockListSummary;
import jinbo.exchange.format.BlockListWriter;
import jinbo.exchange.format.FormatException;

/**
 * Writes the list that comes of the one that is held and a delta: one walk through both, since both rise by number and line of
 * business. A change that does not fit is counted and passed over; what is written is no list then. Not for several threads at once.
 */
final class MergeDelta {

    private final BlockListReader before;
    private final BlockListWriter after;
    private Optional<BlockListEntry> next;
    private long mismatches;

    /**
     * @param held the rows of the list that is held; not closed
     * @param csv gets the list; not closed
     * @throws BlockListDamagedException if what is held is no list any more
     */
    MergeDelta(InputStream held, OutputStream csv) throws IOException {
        this.after = new BlockListWriter(csv);
        try {
            this.before = new BlockListReader(held);
            this.next = before.next();
        } catch (FormatException e) {
            throw BlockListDamagedException.at(e);
        }
    }

    /** @throws UncheckedIOException of the files */
    void take(BlockListChange change) {
        try {
            while (next.isPresent() && compare(next.get(), change) < 0) {
                copy(next.get());
            }
            boolean held = next.isPresent() && compare(next.get(), change) == 0;
            if (change instanceof BlockListChange.Add add) {
                if (held) {
                    mismatches++;
                } else {
                    after.write(add.entry());
                }
            } else if (!held) {
                mismatches++;
            } else {
                advance();
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
        while (next.isPresent()) {
            copy(next.get());
        }
        return after.finish();
    }

    /** How many changes do not fit the list that is held. */
    long mismatches() {
        return mismatches;
    }

    private void copy(BlockListEntry entry) throws IOException {
        after.write(entry);
        advance();
    }

    private void advance() throws IOException {
        try {
            next = before.next();
        } catch (FormatException e) {
            throw BlockListDamagedException.at(e);
        }
    }

    private static int compare(BlockListEntry entry, BlockListChange change) {
        int byNumber = entry.mobile().compareTo(change.mobile());
        return byNumber == 0 ? entry.line().compareTo(change.line()) : byNumber;
    }
}
