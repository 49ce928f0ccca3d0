package jinbo.exchange.openpgp;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fault of an envelope. It is thrown through the streams that read the envelope, and caught in this package. */
final class EnvelopeException extends IOException {

    private final EnvelopeFault fault;
    private final @Nullable EnvelopeAdvice advice;

    private EnvelopeException(EnvelopeFault fault, String operatorDetail, @Nullable EnvelopeAdvice advice) {
        super(operatorDetail);
        this.fault = fault;
        this.advice = advice;
    }

    static EnvelopeException invalid(String operatorDetail) {
        return new EnvelopeException(EnvelopeFault.ENVELOPE_INVALID, operatorDetail, null);
    }

    static EnvelopeException invalid(String operatorDetail, EnvelopeAdvice advice) {
        return new EnvelopeException(EnvelopeFault.ENVELOPE_INVALID, operatorDetail, advice);
    }

    static EnvelopeException signer(String operatorDetail) {
        return new EnvelopeException(EnvelopeFault.SIGNER_NOT_ACCEPTED, operatorDetail, null);
    }

    static EnvelopeException tooLarge(String operatorDetail) {
        return new EnvelopeException(EnvelopeFault.TOO_LARGE, operatorDetail, null);
    }

    EnvelopeFault fault() {
        return fault;
    }

    Optional<EnvelopeAdvice> advice() {
        return Optional.ofNullable(advice);
    }

    String operatorDetail() {
        return String.valueOf(getMessage());
    }
}
