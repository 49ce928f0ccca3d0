package jinbo.partner;

import jinbo.exchange.format.Manifest;

/**
 * A block list whose manifest has been verified.
 *
 * @param manifestSha256 of the manifest's sealed bytes as delivered, 64 hex digits: what the next manifest must name as
 *     {@code previous_manifest_sha256}
 * @param log what its head of the access log showed
 */
public record VerifiedList(Manifest manifest, String manifestSha256, LogConsistency log) {

    VerifiedList with(LogConsistency witness) {
        return new VerifiedList(manifest, manifestSha256, witness);
    }

    /** Leaves the hashes of the content out: those of a short list give its numbers away. */
    @Override
    public String toString() {
        return "VerifiedList[" + manifest.insurer() + " " + manifest.sequence() + "]";
    }

    /** What an insurer has seen of the association's access log when it verified a manifest. */
    public enum LogConsistency {
        /** Nothing: the insurer has not got the log's key, or no manifest has named a head yet. */
        NOT_SEEN,
        /** The manifest names the first head, or one that continues that of the manifest before it. */
        SOUND,
        /**
         * The manifest names a head that does not continue that of the manifest before it, or none where that named one: the log was
         * rewritten or turned back. The list itself is genuine and is applied, because those who are on it want quiet; keep both
         * manifests as evidence and ask the association why.
         */
        FORKED
    }
}
