package jinbo.envelope;

import java.io.IOException;

/** What is wrong with the bytes of an envelope, thrown through the streams that read it and never out of the package. */
final class BadEnvelope extends IOException {

    private static final long serialVersionUID = 1L;

    private final EnvelopeFault fault;

    BadEnvelope(EnvelopeFault fault, String operatorDetail) {
        super(operatorDetail);
        this.fault = fault;
    }

    static BadEnvelope invalid(String operatorDetail) {
        return new BadEnvelope(EnvelopeFault.ENVELOPE_INVALID, operatorDetail);
    }

    static BadEnvelope signer(String operatorDetail) {
        return new BadEnvelope(EnvelopeFault.SIGNER_NOT_ACCEPTED, operatorDetail);
    }

    static BadEnvelope tooLarge(String operatorDetail) {
        return new BadEnvelope(EnvelopeFault.TOO_LARGE, operatorDetail);
    }

    EnvelopeFault fault() {
        return fault;
    }

    String operatorDetail() {
        return String.valueOf(getMessage());
    }
}
