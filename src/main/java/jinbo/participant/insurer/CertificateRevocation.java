package jinbo.participant.insurer;

import java.time.Instant;

/**
 * A final revocation: from then on no signature is accepted and nothing is encrypted to the certificate. If it is
 * compromised, earlier signatures do not count either, since a thief chooses the time in a signature.
 */
public record CertificateRevocation(Instant from, boolean compromised, Instant recordedAt, String reason) {}
