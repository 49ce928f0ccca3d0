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

/** An insurer's full list before it is rendered; the insurer's own blocks may make it differ from the shared list. */
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

    /** Writes the CSV plain and as blocks of a deflate stream without the last one; leaves both streams open. */
    public void writeTo(OutputStream clear, OutputStream deflated) throws IOException {
        ListRowSink rows = new ListRowSink(new DeflatedBlockListWriter(entriesByLine.keySet(), clear, deflated));
        rows.all(sink -> from.blocks().of(permit, lines, from.day(), sink));
    }

    /**
     * Writes the CSV as blocks of a deflate stream without the last one, and leaves that open; returns the hash of the
     * plain CSV.
     */
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

    /** The CSV of a list that several insurers get, as consecutive blocks of a deflate stream. */
    record DeflatedList(Sha256 clear, List<byte[]> pieces) {

        int length() {
            return pieces.stream().mapToInt(piece -> piece.length).sum();
        }

        /** Returns a copy of the hash. */
        Sha256 writeTo(OutputStream deflated) throws IOException {
            for (byte[] piece : pieces) {
                deflated.write(piece);
            }
            return clear.copy();
        }
    }
}
