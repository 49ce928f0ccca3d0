package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.Set;

/**
 * @param receivedAt the signature may be 30 days older and 5 minutes younger
 * @param fileName a name that the sender has signed (notation {@code file@exchange.jinbo}) must equal it
 * @param requireSubpackets whether file name and recipients must be signed; signed ones are always checked
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

    /** For the association: an insurer may seal with any software. */
    public static OpenRequest forUpload(
            Set<AcceptedSigner> acceptedSigners, Instant receivedAt, String fileName, EnvelopeLimits limits) {
        return of(acceptedSigners, receivedAt, fileName, false, limits);
    }

    /** For the insurer: the association signs file name and recipients. */
    public static OpenRequest forDelivery(
            Set<AcceptedSigner> acceptedSigners, Instant receivedAt, String fileName, EnvelopeLimits limits) {
        return of(acceptedSigners, receivedAt, fileName, true, limits);
    }

    public OpenRequest withObserver(PlaintextObserver other) {
        return new OpenRequest(acceptedSigners, receivedAt, fileName, requireSubpackets, limits, other, weight);
    }

    public OpenRequest withRatioWeight(CompressionRatioWeight other) {
        return new OpenRequest(acceptedSigners, receivedAt, fileName, requireSubpackets, limits, witness, other);
    }

    private static OpenRequest of(
            Set<AcceptedSigner> signers, Instant receivedAt, String name, boolean require, EnvelopeLimits limits) {
        return new OpenRequest(
                signers, receivedAt, name, require, limits, (b, at, length) -> {}, CompressionRatioWeight.EVERY_BYTE);
    }
}
