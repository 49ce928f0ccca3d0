package jinbo.registry.blocklist;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The place of a list in the chain of an insurer's lists.
 *
 * @param sequence its number
 * @param previousManifestSha256 of the sealed manifest before it; empty for the first, and where that one was lost in a
 *     restore and could not be had again
 */
public record ChainPosition(int sequence, Optional<String> previousManifestSha256) {

    static final ChainPosition FIRST = new ChainPosition(1, Optional.empty());

    /** The number of the list before it; empty for the first. */
    public OptionalInt previousSequence() {
        return sequence == 1 ? OptionalInt.empty() : OptionalInt.of(sequence - 1);
    }
}
