package jinbo.registry.blocklist;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * Sequences that the restored database does not record, although lists with them were delivered before the restore, or
 * may have been. The hash is that of the last sealed manifest, if known.
 */
public record SequenceGap(
        InsurerCode insurer, int first, int last, Optional<String> lastManifestSha256, long recovery) {

    public SequenceGap {
        if (first < 1 || first > last) {
            throw new IllegalArgumentException("Not a range of sequences: " + first + " to " + last);
        }
    }
}
