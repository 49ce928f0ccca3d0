package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.Set;

/**
 * What is required of an envelope that is opened.
 *
 * @param receivedAt the signature may be up to 30 days older and up to 5 minutes later
 * @param fileName the name of the file; if the sender has signed a name (notation {@code file@exchange.jinbo}), it must
 *     be this one
 * @param requireSubpackets whether the sender must have signed file name and recipients; if they are signed, they are
 *     always checked
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

    /** For the association, which opens uploads: insurers' software need not sign file name and recipients. */
    public static OpenRequest forUpload(
            Set<AcceptedSigner> acceptedSigners, Instant receivedAt, String fileName, EnvelopeLimits limits) {
        return of(acceptedSigners, receivedAt, fileName, false, limits);
    }

    /** For an insurer, which opens deliveries: the association signs file name and recipients. */
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
