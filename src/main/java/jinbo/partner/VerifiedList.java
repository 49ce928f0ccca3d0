package jinbo.partner;

import jinbo.exchange.format.Manifest;

/** The verified manifest of a block list, with its SHA-256, which the next manifest must name. */
public record VerifiedList(Manifest manifest, String manifestSha256, LogConsistency log) {

    int sequence() {
        return manifest.sequence();
    }

    VerifiedList with(LogConsistency witness) {
        return new VerifiedList(manifest, manifestSha256, witness);
    }

    /** Omits hashes, because they may reveal the numbers of a short list. */
    @Override
    public String toString() {
        return "VerifiedList[" + manifest.insurer() + " " + manifest.sequence() + "]";
    }

    /** Whether the access log checkpoint in a manifest is consistent with the one in the previous manifest. */
    public enum LogConsistency {
        /** The log's key is unknown, or no manifest has had a checkpoint. */
        NOT_SEEN,
        /** The checkpoint is the first one, or continues the previous one. */
        SOUND,
        /** The log was rewritten. The list is genuine and is applied; keep both manifests as evidence. */
        FORKED
    }
}
