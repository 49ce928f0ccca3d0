package jinbo.partner;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.exchange.format.BlockListChange;
import jinbo.exchange.format.BlockListDeltaReader;
import jinbo.exchange.format.BlockListDeltaWriter.BlockListDeltaSummary;
import jinbo.exchange.format.BlockListEntry;
import jinbo.exchange.format.BlockListReader;
import jinbo.exchange.format.BlockListWriter;
import jinbo.exchange.format.BlockListWriter.BlockListSummary;
import jinbo.exchange.format.FormatException;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.Manifest;
import jinbo.partner.Inbox.ReceivedTime;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.platform.files.Sha256;

/** Opens a block list whose manifest is verified. The SHA-256 of the sealed list is verified before decryption. */
record OpenListContent(OpenDeliveredFile opener, Path inbox, ReceivedTime receivedTime) {

    OpenListContent(Partner partner, Path inbox, ReceivedTime receivedTime) {
        this(new OpenDeliveredFile(partner), inbox, receivedTime);
    }

    /** Writes the CSV of a full list. If this returns a fault, discard the CSV. */
    Optional<NotGenuine<VerifiedList>> full(Manifest manifest, OutputStream csv) throws IOException {
        Path file = inbox.resolve(manifest.listName().fileName());
        Optional<NotGenuine<VerifiedList>> wrong = verifyHash(manifest, file);
        if (wrong.isPresent()) {
            return wrong;
        }
        VerificationResult<BlockListSummary> opened = opener.open(
                file,
                receivedTime.at(file),
                clear -> BlockListReader.read(new TeeInputStream(clear, csv), entry -> {}));
        if (opened instanceof NotGenuine<BlockListSummary> damaged) {
            return Optional.of(orFormerFormat(manifest, damaged.as()));
        }
        BlockListSummary expected =
                new BlockListSummary(manifest.rows(), manifest.contentSha256(), manifest.listDigest());
        return ((Genuine<BlockListSummary>) opened).value().equals(expected) ? Optional.empty() : contradicts(file);
    }

    /** Like {@link #full}, for a delta; the CSV is the held list with the changes of the delta. */
    Optional<NotGenuine<VerifiedList>> delta(Manifest manifest, LocalBlockList held, OutputStream csv)
            throws IOException {
        Path file = inbox.resolve(manifest.listName().fileName());
        Optional<NotGenuine<VerifiedList>> wrong = verifyHash(manifest, file);
        if (wrong.isPresent()) {
            return wrong;
        }
        try (InputStream before = held.rows()) {
            MergeDelta merge = new MergeDelta(before, csv);
            VerificationResult<BlockListDeltaSummary> opened =
                    opener.open(file, receivedTime.at(file), clear -> BlockListDeltaReader.read(clear, merge::apply));
            if (opened instanceof NotGenuine<BlockListDeltaSummary> damaged) {
                return Optional.of(orFormerFormat(manifest, damaged.as()));
            }
            BlockListDeltaSummary expected = new BlockListDeltaSummary(manifest.rows(), manifest.contentSha256());
            return ((Genuine<BlockListDeltaSummary>) opened).value().equals(expected)
                    ? verifyMerged(manifest, merge)
                    : contradicts(file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Writes the added and changed entries of a genuine delta in the format of a full list. */
    void writeAdded(Manifest manifest, OutputStream csv) throws IOException {
        BlockListWriter list = new BlockListWriter(csv);
        Path file = inbox.resolve(manifest.listName().fileName());
        try {
            opener.open(
                    file,
                    receivedTime.at(file),
                    clear -> BlockListDeltaReader.read(clear, change -> write(change, list)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        list.finish();
    }

    private static void write(BlockListChange change, BlockListWriter list) {
        try {
            if (change instanceof BlockListChange.Add add) {
                list.write(add.entry());
            } else if (change instanceof BlockListChange.Change changed) {
                list.write(changed.entry());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<NotGenuine<VerifiedList>> verifyMerged(Manifest manifest, MergeDelta merge)
            throws IOException {
        BlockListSummary result = merge.finish();
        boolean same = merge.mismatches() == 0
                && result.rows() == manifest.entries()
                && result.listDigest().equals(manifest.listDigest());
        return same
                ? Optional.empty()
                : Optional.of(DeliveryFault.DIFFERS.found(
                        "list " + manifest.sequence() + " applied to the held list does not make what its manifest says"
                                + " (changes that do not fit: " + merge.mismatches() + ", rows: " + result.rows()
                                + " instead of " + manifest.entries() + "); request a full list: partner resync"));
    }

    private static Optional<NotGenuine<VerifiedList>> verifyHash(Manifest manifest, Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            return Sha256.of(file).equals(manifest.sha256())
                    ? Optional.empty()
                    : Optional.of(DeliveryFault.FORGED.found(
                            name + " is not the list that its manifest names: changed, cut short, or put in its place."
                                    + " Fetch it again, and tell the association if it stays so"));
        } catch (NoSuchFileException e) {
            return Optional.of(DeliveryFault.MISSING.found(name + " is not there; fetch it, or ask for it"));
        }
    }

    private static NotGenuine<VerifiedList> orFormerFormat(Manifest manifest, NotGenuine<VerifiedList> found) {
        return found.fault() == DeliveryFault.MALFORMED
                        && manifest.businessLines().isEmpty()
                ? DeliveryFault.FORMER_FORMAT.found("list " + manifest.sequence()
                        + " is from before lines of business existed and does not show which calls it blocks;"
                        + " the association's next list is a full one, or request one: partner resync")
                : found;
    }

    private static Optional<NotGenuine<VerifiedList>> contradicts(Path file) {
        return Optional.of(DeliveryFault.MALFORMED.found(
                file.getFileName() + " does not hold what its manifest says; tell the association"));
    }

    static boolean isFull(Manifest manifest) {
        return manifest.kind() == ListKind.FULL;
    }

    /** Copies all read bytes to another stream. */
    static final class TeeInputStream extends FilterInputStream {

        private final OutputStream copy;

        TeeInputStream(InputStream in, OutputStream copy) {
            super(in);
            this.copy = copy;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                copy.write(value);
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                copy.write(buffer, offset, read);
            }
            return read;
        }

        /** False, because after a reset, bytes would be copied twice. */
        @Override
        public boolean markSupported() {
            return false;
        }
    }

    /** Merges a list and a delta, both sorted by number and line. Skips and counts changes that do not fit the list. */
    static final class MergeDelta {

        private final BlockListReader before;
        private final BlockListWriter after;
        private Optional<BlockListEntry> next;
        private long mismatches;

        MergeDelta(InputStream held, OutputStream csv) throws IOException {
            this.after = new BlockListWriter(csv);
            try {
                this.before = new BlockListReader(held);
                this.next = before.next();
            } catch (FormatException e) {
                throw BlockListDamagedException.at(e);
            }
        }

        void apply(BlockListChange change) {
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

        BlockListSummary finish() throws IOException {
            while (next.isPresent()) {
                copy(next.get());
            }
            return after.finish();
        }

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
}
