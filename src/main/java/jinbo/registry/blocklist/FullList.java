package jinbo.registry.blocklist;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.DeflatedBlockListWriter;
import jinbo.participant.insurer.Insurer;
import jinbo.platform.files.Sha256;

/**
 * An insurer's full list, of which everything is known but the bytes.
 *
 * @param differs whether the insurer's own blocks make it another one than its sector's
 * @param entries how many numbers it has
 * @param listDigest see {@link jinbo.exchange.format.ListDigest}
 */
public record FullList(
        AccessPermit permit, Insurer insurer, SectorLists from, boolean differs, long entries, String listDigest) {

    /** How many bytes its CSV has. */
    public long length() {
        return DeflatedBlockListWriter.length(entries);
    }

    /**
     * Writes its CSV; both streams stay open.
     *
     * @param clear takes it as it reads
     * @param deflated takes it as blocks of a deflate stream, none of them the last
     * @throws IOException if a stream fails
     */
    public void writeTo(OutputStream clear, OutputStream deflated) throws IOException {
        ListRowSink rows = new ListRowSink(new DeflatedBlockListWriter(clear, deflated));
        rows.all(sink -> from.blocks().of(permit, insurer, from.day(), sink));
    }

    /**
     * Writes its CSV as blocks of a deflate stream, none of them the last; where it is the sector's, as it was deflated for others. The stream stays open.
     *
     * @return the hash of its CSV as it reads
     * @throws IOException if the stream fails
     */
    public Sha256 deflateTo(OutputStream deflated) throws IOException {
        Optional<DeflatedList> shared = differs ? Optional.empty() : from.deflated(permit, insurer.sector());
        if (shared.isPresent()) {
            return shared.get().writeTo(deflated);
        }
        Sha256 clear = new Sha256();
        writeTo(clear.stream(), deflated);
        return clear;
    }

    /**
     * What was written.
     *
     * @param contentSha256 of its CSV bytes, hex
     */
    public RenderedList rendered(String contentSha256) {
        return new RenderedList(entries, entries, contentSha256, listDigest);
    }
}
