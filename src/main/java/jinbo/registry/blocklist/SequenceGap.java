package jinbo.registry.blocklist;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * Sequences of an insurer's lists that left, or may have left, before the database was restored, and of which no list is
 * recorded.
 *
 * @param last the last of them; the next list follows it
 * @param lastManifestSha256 of the sealed manifest of the last, where that could still be had
 */
public record SequenceGap(
        InsurerCode insurer, int first, int last, Optional<String> lastManifestSha256, long recovery) {

    public SequenceGap {
        if (first < 1 || first > last) {
            throw new IllegalArgumentException("Not a range of sequences: " + first + " to " + last);
        }
    }
}
