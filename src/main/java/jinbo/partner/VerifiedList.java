package jinbo.partner;

import jinbo.exchange.format.Manifest;

/** A block list with a verified manifest, whose SHA-256 the next manifest must name. */
public record VerifiedList(Manifest manifest, String manifestSha256, LogConsistency log) {

    int sequence() {
        return manifest.sequence();
    }

    VerifiedList with(LogConsistency witness) {
        return new VerifiedList(manifest, manifestSha256, witness);
    }

    /** Without hashes, which may reveal the numbers of a short list. */
    @Override
    public String toString() {
        return "VerifiedList[" + manifest.insurer() + " " + manifest.sequence() + "]";
    }

    /** The consistency of the access log checkpoint in a manifest with the previous one. */
    public enum LogConsistency {
        /** The log's key is unknown, or no manifest has had a checkpoint. */
        NOT_SEEN,
        /** The checkpoint is the first one, or continues the previous one. */
        SOUND,
        /** The log was rewritten. The list is genuine and is applied; keep both manifests as evidence. */
        FORKED
    }
}
