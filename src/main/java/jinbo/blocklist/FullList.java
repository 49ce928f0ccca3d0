package jinbo.blocklist;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.DeflatedBlockListWriter;
import jinbo.insurer.Insurer;

/**
 * An insurer's full list, of which everything is known but the bytes.
 *
 * @param entries how many numbers it has
 * @param listDigest see {@link jinbo.exchange.ListDigest}
 */
public record FullList(AccessPermit permit, Insurer insurer, SectorLists from, long entries, String listDigest) {

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
        DeflatedBlockListWriter writer = new DeflatedBlockListWriter(clear, deflated);
        try {
            from.blocks().of(permit, insurer, from.day(), (mobile, effectiveOn, expiresOn) -> {
                try {
                    writer.write(mobile, effectiveOn, expiresOn);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.finish();
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
