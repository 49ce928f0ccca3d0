package jinbo.participant.insurer;

import java.time.Instant;

/**
 * A final revocation by the association. If the certificate is compromised, it never counts, not even for earlier
 * signatures, because a thief chooses the time in a signature.
 */
public record CertificateRevocation(Instant from, boolean compromised, Instant recordedAt, String reason) {}
