package jinbo.partner;

import jinbo.exchange.format.Manifest;

/**
 * A block list whose manifest has been verified.
 *
 * @param manifest what it is
 * @param manifestSha256 of the manifest's sealed bytes as delivered, 64 hex digits: what the next manifest must name as
 *     {@code previous_manifest_sha256}
 * @param log what its head of the access log showed
 */
public record VerifiedList(Manifest manifest, String manifestSha256, LogWitness log) {

    VerifiedList with(LogWitness witness) {
        return new VerifiedList(manifest, manifestSha256, witness);
    }

    /** Leaves the hashes of the content out: those of a short list give its numbers away. */
    @Override
    public String toString() {
        return "VerifiedList[" + manifest.insurer() + " " + manifest.sequence() + "]";
    }
}
