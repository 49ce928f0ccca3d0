package jinbo.registry.blocklist;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.DeflatedBlockListWriter;
import jinbo.exchange.format.ListDigest;
import jinbo.platform.files.Sha256;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.LineCode;
import jinbo.registry.BlockSink;
import jinbo.registry.RegistrySnapshot.RegistryBlocks;
import jinbo.registry.blocklist.FullList.DeflatedList;

/** What the full lists of a publication share: the blocks of the lines, counted and digested once for each line. */
public final class SharedLists {

    /** How many bytes of deflated lists are kept; a list of seven million numbers takes 17 million bytes. */
    private static final int MOST_KEPT = 1 << 26;

    private final RegistryBlocks blocks;
    private final LocalDate day;
    private final Map<LineCode, LineTotal> known = new HashMap<>();
    private final Map<List<BusinessLine>, Optional<DeflatedList>> deflated = new HashMap<>();
    private int kept;

    /** @param day the Beijing date of the lists' {@code as_of}; blocks that are over on it are left out */
    public SharedLists(RegistryBlocks blocks, LocalDate day) {
        this.blocks = blocks;
        this.day = day;
    }

    LocalDate day() {
        return day;
    }

    RegistryBlocks blocks() {
        return blocks;
    }

    /** The count and the digest of a line. The first caller computes them while others wait. */
    synchronized LineTotal of(AccessPermit permit, BusinessLine line) {
        return known.computeIfAbsent(line.code(), code -> read(permit, line));
    }

    /** The deflated CSV of some lines, kept for other insurers; empty if it does not fit into the kept bytes. */
    synchronized Optional<DeflatedList> deflated(AccessPermit permit, List<BusinessLine> lines) throws IOException {
        Optional<DeflatedList> made = deflated.get(lines);
        if (made == null) {
            BoundedOutputBuffer bytes = new BoundedOutputBuffer(MOST_KEPT - kept);
            Sha256 clear = new Sha256();
            List<LineCode> codes = lines.stream().map(BusinessLine::code).toList();
            new ListRowSink(new DeflatedBlockListWriter(codes, clear.stream(), bytes))
                    .all(sink -> blocks.shared(permit, lines, day, sink));
            made = bytes.contentIfComplete().map(contentIfComplete -> new DeflatedList(clear, contentIfComplete));
            kept += made.map(DeflatedList::length).orElse(0);
            deflated.put(lines, made);
        }
        return made;
    }

    private LineTotal read(AccessPermit permit, BusinessLine line) {
        Queue<Sum> sums = new ConcurrentLinkedQueue<>();
        blocks.inParts(permit, line, day, () -> {
            Sum sum = new Sum();
            sums.add(sum);
            return sum;
        });
        Sum all = new Sum();
        sums.forEach(all::add);
        return new LineTotal(all.entries, all.digest.hex());
    }

    private static final class Sum implements BlockSink {

        private final ListDigest digest = new ListDigest();
        private long entries;

        @Override
        public void block(long mobile, LineCode line, int effectiveOn, int expiresOn) {
            digest.add(mobile, line, effectiveOn, expiresOn);
            entries++;
        }

        void add(Sum other) {
            digest.add(other.digest);
            entries += other.entries;
        }
    }

    record LineTotal(long entries, String digest) {}

    record ListRowSink(DeflatedBlockListWriter writer) implements BlockSink {

        void all(Consumer<BlockSink> registry) throws IOException {
            try {
                registry.accept(this);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            writer.finish();
        }

        @Override
        public void block(long mobile, LineCode line, int effectiveOn, int expiresOn) {
            try {
                writer.write(mobile, line, effectiveOn, expiresOn);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Keeps what is written, up to a limit; if more is written, drops everything. */
    static final class BoundedOutputBuffer extends OutputStream {

        private final List<byte[]> pieces = new ArrayList<>();
        private final int limit;
        private int size;
        private boolean fits = true;

        BoundedOutputBuffer(int limit) {
            this.limit = limit;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            fits &= length <= limit - size;
            if (!fits) {
                pieces.clear();
            } else if (length > 0) {
                byte[] piece = new byte[length];
                System.arraycopy(buffer, offset, piece, 0, length);
                pieces.add(piece);
                size += length;
            }
        }

        /** Empty if more than the limit was written. */
        Optional<List<byte[]>> contentIfComplete() {
            return fits ? Optional.of(List.copyOf(pieces)) : Optional.empty();
        }
    }
}
