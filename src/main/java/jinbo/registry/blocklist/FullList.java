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

/**
 * An insurer's full list, of which everything is known but the bytes.
 *
 * @param lines that it tells of, in order
 * @param differs whether the insurer's own blocks make it another one than others in these lines get
 * @param entriesByLine how many entries of each line of business it has
 */
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

    /**
     * Writes its CSV; both streams stay open.
     *
     * @param deflated takes it as blocks of a deflate stream, none of them the last
     */
    public void writeTo(OutputStream clear, OutputStream deflated) throws IOException {
        ListRowSink rows = new ListRowSink(new DeflatedBlockListWriter(entriesByLine.keySet(), clear, deflated));
        rows.all(sink -> from.blocks().of(permit, lines, from.day(), sink));
    }

    /**
     * Writes its CSV as blocks of a deflate stream, none of them the last; where others get the same, as it was deflated for them. The stream stays open.
     *
     * @return the hash of its CSV as it reads
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

    /**
     * The CSV of a list that several insurers get.
     *
     * @param pieces blocks of a deflate stream, one behind the other
     */
    record DeflatedList(Sha256 clear, List<byte[]> pieces) {

        int length() {
            return pieces.stream().mapToInt(piece -> piece.length).sum();
        }

        /** Writes the pieces; the hash that is told is the caller's own. */
        Sha256 writeTo(OutputStream deflated) throws IOException {
            for (byte[] piece : pieces) {
                deflated.write(piece);
            }
            return clear.copy();
        }
    }
}
