package jinbo.exchange.openpgp;

import java.time.Instant;
import java.util.Optional;

public sealed interface OpenResult<T> {

    /**
     * The envelope was whole, for us, and signed by an accepted signer.
     *
     * @param signerCertificate primary fingerprint of the certificate that signed
     * @param signingKey fingerprint of the key of that certificate that signed
     * @param signedAt when it was signed, by the signer's clock
     */
    record Opened<T>(T value, Fingerprint signerCertificate, Fingerprint signingKey, Instant signedAt, long clearBytes)
            implements OpenResult<T> {

        /** Leaves the value out: it is clear content, and a log line is soon written. */
        @Override
        public String toString() {
            return "Opened[signerCertificate=" + signerCertificate + ", signingKey=" + signingKey + ", signedAt="
                    + signedAt + ", clearBytes=" + clearBytes + "]";
        }
    }

    /**
     * Nothing was released.
     *
     * @param operatorDetail what exactly was found, for operators only: told to a sender, it helps an attacker to probe
     */
    record Refused<T>(EnvelopeFault fault, String operatorDetail, Optional<EnvelopeAdvice> advice)
            implements OpenResult<T> {}
}
