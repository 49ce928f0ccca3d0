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

/** The held block list, open for many look-ups. Not for several threads at once. */
public final class BlockListLookup implements Closeable {

    private final Manifest manifest;
    private final BlockListSearch rows;
    private final Optional<BlockListSearch> spared;

    /** @param spared numbers that are not called besides */
    BlockListLookup(Manifest manifest, BlockListSearch rows, Optional<BlockListSearch> spared) {
        this.manifest = manifest;
        this.rows = rows;
        this.spared = spared;
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * @return the block, which may begin on a later day or be over; empty if the number is not on the list in this line
     */
    public Optional<BlockListEntry> find(Mobile mobile, LineCode line) throws IOException {
        try {
            Optional<BlockListEntry> listed = rows.find(mobile, line);
            Optional<BlockListEntry> besides = spared.isPresent() ? spared.get().find(mobile, line) : Optional.empty();
            return listed.isPresent() && besides.isPresent()
                    ? Optional.of(both(listed.get(), besides.get()))
                    : listed.or(() -> besides);
        } catch (FormatException e) {
            throw BlockListDamagedException.at(e);
        }
    }

    /** Whoever is not sure which of two blocks counts keeps quiet for both. */
    private static BlockListEntry both(BlockListEntry one, BlockListEntry other) {
        return new BlockListEntry(
                one.mobile(),
                one.line(),
                one.effectiveOn().isBefore(other.effectiveOn()) ? one.effectiveOn() : other.effectiveOn(),
                one.expiresOn().isAfter(other.expiresOn()) ? one.expiresOn() : other.expiresOn());
    }

    @Override
    public void close() throws IOException {
        rows.close();
        if (spared.isPresent()) {
            spared.get().close();
        }
    }
}
