package jinbo.registry.blocklist;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * Sequences that were or may have been delivered before a restore and are not recorded. The hash is that of the last
 * sealed manifest, if known.
 */
public record SequenceGap(
        InsurerCode insurer, int first, int last, Optional<String> lastManifestSha256, long recovery) {

    public SequenceGap {
        if (first < 1 || first > last) {
            throw new IllegalArgumentException("Not a range of sequences: " + first + " to " + last);
        }
    }
}
