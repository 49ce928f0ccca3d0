package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.Optional;

/** The result of opening an envelope: its content, or why it is refused. */
public sealed interface OpenResult<T> {

    /**
     * @param signerCertificate primary fingerprint of the signer's certificate
     * @param signingKey fingerprint of the key in that certificate that signed
     * @param signedAt by the signer's clock
     */
    record Opened<T>(T value, Fingerprint signerCertificate, Fingerprint signingKey, Instant signedAt, long clearBytes)
            implements OpenResult<T> {

        /** Omits the value, because clear content must not get into a log. */
        @Override
        public String toString() {
            return "Opened[signerCertificate=" + signerCertificate + ", signingKey=" + signingKey + ", signedAt="
                    + signedAt + ", clearBytes=" + clearBytes + "]";
        }
    }

    /** @param operatorDetail the exact fault, for operators only: it would help a probing attacker */
    record Refused<T>(EnvelopeFault fault, String operatorDetail, Optional<EnvelopeAdvice> advice)
            implements OpenResult<T> {}
}
