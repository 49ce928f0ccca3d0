package jinbo.participant.insurer;

import java.time.Instant;
import java.util.Arrays;

/**
 * What an insurer has sent through the exchange as its next certificate, and nobody has decided on yet.
 *
 * @param fingerprint of its primary key, hexadecimal
 * @param encoded the transferable public key, binary
 */
public record OfferedCertificate(
        long inboundFile, InsurerCode insurer, String fingerprint, byte[] encoded, Instant receivedAt) {

    public OfferedCertificate {
        encoded = encoded.clone();
    }

    @Override
    public byte[] encoded() {
        return encoded.clone();
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof OfferedCertificate that
                && inboundFile == that.inboundFile
                && insurer.equals(that.insurer)
                && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(inboundFile);
    }

    @Override
    public String toString() {
        return "OfferedCertificate[" + insurer + " " + fingerprint + " in file " + inboundFile + "]";
    }
}
