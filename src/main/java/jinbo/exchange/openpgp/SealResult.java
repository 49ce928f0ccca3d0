package jinbo.exchange.openpgp;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * @param sha256 of the envelope, 64 hex digits
 * @param contentSha256 of the clear content, 64 hex digits; for a short content it gives the content away
 * @param encryptedTo primary fingerprints of the recipients
 */
public record SealResult(
        long size, String sha256, long contentSize, String contentSha256, Set<Fingerprint> encryptedTo) {

    public SealResult {
        encryptedTo = Collections.unmodifiableSet(new TreeSet<>(encryptedTo));
    }

    /** Leaves the hash of the content out, which must not get into a log line. */
    @Override
    public String toString() {
        return "Sealed[size=" + size + ", sha256=" + sha256 + ", contentSize=" + contentSize + ", encryptedTo="
                + encryptedTo + "]";
    }
}
