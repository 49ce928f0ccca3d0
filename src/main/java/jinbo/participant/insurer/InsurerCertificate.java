package jinbo.participant.insurer;

import java.time.Instant;

/** An OpenPGP certificate of an insurer, binary (RFC 9580, section 10.1), with its primary fingerprint in hex. */
public record InsurerCertificate(
        InsurerCode insurer, String fingerprint, byte[] encoded, Instant addedAt, CertificateAcceptance acceptance) {

    public InsurerCertificate {
        encoded = encoded.clone();
    }

    public InsurerCertificate(InsurerCode insurer, String fingerprint, byte[] encoded, Instant addedAt) {
        this(insurer, fingerprint, encoded, addedAt, CertificateAcceptance.UNBOUNDED);
    }

    @Override
    public byte[] encoded() {
        return encoded.clone();
    }

    @Override
    public String toString() {
        return "InsurerCertificate[" + insurer + " " + fingerprint + "]";
    }
}
