package jinbo.blocklist;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.BlockListEntry;
import jinbo.exchange.BlockListWriter;
import jinbo.insurer.Insurer;
import jinbo.registry.RegistrySnapshot;
import org.springframework.stereotype.Component;

/** Writes an insurer's full list as CSV, straight from the registry to the stream. */
@Component
public class RenderBlockList {

    /**
     * Writes the list.
     *
     * @param day the Beijing date of the list's {@code as_of}; bans that are over on it are left out
     * @param csv where the bytes go; left open
     * @return what the list holds
     * @throws IOException if the stream fails
     */
    public RenderedList full(
            AccessPermit permit, RegistrySnapshot snapshot, Insurer insurer, LocalDate day, OutputStream csv)
            throws IOException {
        BlockListWriter writer = new BlockListWriter(csv);
        try {
            snapshot.blocksOf(permit, insurer, day, block -> {
                try {
                    writer.write(new BlockListEntry(
                            block.mobile(),
                            block.ban().effectiveOn(),
                            block.ban().expiresOn()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return RenderedList.full(writer.finish());
    }
}
