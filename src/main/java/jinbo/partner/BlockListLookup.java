package jinbo.partner;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import jinbo.exchange.format.BlockListEntry;
import jinbo.exchange.format.BlockListSearch;
import jinbo.exchange.format.FormatException;
import jinbo.exchange.format.Manifest;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/** The held list, and the numbers of a delta that does not fit it, open for lookups. Not thread-safe. */
public record BlockListLookup(Manifest manifest, BlockListSearch rows, Optional<BlockListSearch> extra)
        implements Closeable {

    /** The block, which may begin later or be over; empty if the number is not on the list in this line. */
    public Optional<BlockListEntry> find(Mobile mobile, LineCode line) throws IOException {
        try {
            Optional<BlockListEntry> listed = rows.find(mobile, line);
            Optional<BlockListEntry> additional =
                    extra.isPresent() ? extra.get().find(mobile, line) : Optional.empty();
            return listed.isPresent() && additional.isPresent()
                    ? Optional.of(union(listed.get(), additional.get()))
                    : listed.or(() -> additional);
        } catch (FormatException e) {
            throw BlockListDamagedException.at(e);
        }
    }

    /** The block that covers the days of both blocks. */
    private static BlockListEntry union(BlockListEntry one, BlockListEntry other) {
        return new BlockListEntry(
                one.mobile(),
                one.line(),
                one.effectiveOn().isBefore(other.effectiveOn()) ? one.effectiveOn() : other.effectiveOn(),
                one.expiresOn().isAfter(other.expiresOn()) ? one.expiresOn() : other.expiresOn());
    }

    @Override
    public void close() throws IOException {
        rows.close();
        if (extra.isPresent()) {
            extra.get().close();
        }
    }
}
