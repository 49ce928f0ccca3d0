package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.Set;

/**
 * @param receivedAt when the envelope came in; the signature may be 30 days older and 5 minutes younger
 * @param fileName the name under which it lies; where the sender has signed one, as notation {@code file@exchange.jinbo}, it
 *     must be this
 * @param requireSubpackets whether the sender must have signed a name, and for whom it is (an insurer's plain GnuPG signs
 *     neither); where it has, they must be right in any case
 * @param weight says how much of the clear content counts toward the ratio of compression
 */
public record OpenRequest(
        Set<AcceptedSigner> acceptedSigners,
        Instant receivedAt,
        String fileName,
        boolean requireSubpackets,
        EnvelopeLimits limits,
        PlaintextObserver witness,
        CompressionRatioWeight weight) {

    public OpenRequest {
        acceptedSigners = Set.copyOf(acceptedSigners);
    }

    /** The association's side: what an insurer has sealed, by whatever software. */
    public static OpenRequest forUpload(
            Set<AcceptedSigner> acceptedSigners, Instant receivedAt, String fileName, EnvelopeLimits limits) {
        return plain(acceptedSigners, receivedAt, fileName, false, limits);
    }

    /** The insurer's side: what the association has sealed must say under which name and for whom. */
    public static OpenRequest forDelivery(
            Set<AcceptedSigner> acceptedSigners, Instant receivedAt, String fileName, EnvelopeLimits limits) {
        return plain(acceptedSigners, receivedAt, fileName, true, limits);
    }

    /** The same request with a witness of the clear content. */
    public OpenRequest withObserver(PlaintextObserver other) {
        return new OpenRequest(acceptedSigners, receivedAt, fileName, requireSubpackets, limits, other, weight);
    }

    /** The same request where not every byte of the clear content counts toward the ratio. */
    public OpenRequest withRatioWeight(CompressionRatioWeight other) {
        return new OpenRequest(acceptedSigners, receivedAt, fileName, requireSubpackets, limits, witness, other);
    }

    private static OpenRequest plain(
            Set<AcceptedSigner> acceptedSigners,
            Instant receivedAt,
            String fileName,
            boolean requireStatements,
            EnvelopeLimits limits) {
        return new OpenRequest(
                acceptedSigners,
                receivedAt,
                fileName,
                requireStatements,
                limits,
                (buffer, offset, length) -> {},
                CompressionRatioWeight.EVERY_BYTE);
    }
}
