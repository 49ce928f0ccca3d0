package jinbo.registry.blocklist;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.DeflatedBlockListWriter;
import jinbo.participant.insurer.LineParticipation;
import jinbo.platform.files.Sha256;
import jinbo.reference.business.LineCode;
import jinbo.registry.blocklist.SharedLists.ListRowSink;

/** An insurer's full list, not written yet: the shared list of its lines, changed by the insurer's own blocks. */
public record FullList(
        AccessPermit permit,
        List<LineParticipation> lines,
        SharedLists from,
        boolean differs,
        SortedMap<LineCode, Long> entriesByLine,
        String listDigest) {

    public long entries() {
        return entriesByLine.values().stream().mapToLong(Long::longValue).sum();
    }

    public long length() {
        return DeflatedBlockListWriter.length(entriesByLine);
    }

    /** Writes the CSV twice: plain, and as deflate blocks without the final block. Leaves both streams open. */
    public void writeTo(OutputStream clear, OutputStream deflated) throws IOException {
        ListRowSink rows = new ListRowSink(new DeflatedBlockListWriter(entriesByLine.keySet(), clear, deflated));
        rows.all(sink -> from.blocks().of(permit, lines, from.day(), sink));
    }

    /** Writes the CSV as deflate blocks without the final block; returns the hash of the plain CSV. */
    public Sha256 deflateTo(OutputStream deflated) throws IOException {
        Optional<DeflatedList> shared = differs
                ? Optional.empty()
                : from.deflated(
                        permit, lines.stream().map(LineParticipation::line).toList());
        if (shared.isPresent()) {
            return shared.get().writeTo(deflated);
        }
        Sha256 clear = new Sha256();
        writeTo(clear.stream(), deflated);
        return clear;
    }

    public RenderedList rendered(String contentSha256) {
        return new RenderedList(entries(), entriesByLine, contentSha256, listDigest);
    }

    /** The CSV of a list that several insurers get, as deflate blocks, and the hash of the plain CSV. */
    record DeflatedList(Sha256 clear, List<byte[]> pieces) {

        int length() {
            return pieces.stream().mapToInt(piece -> piece.length).sum();
        }

        /** Writes the blocks and returns a copy of the hash of the plain CSV. */
        Sha256 writeTo(OutputStream deflated) throws IOException {
            for (byte[] piece : pieces) {
                deflated.write(piece);
            }
            return clear.copy();
        }
    }
}
