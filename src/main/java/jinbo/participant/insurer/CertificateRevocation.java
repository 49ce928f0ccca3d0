package jinbo.participant.insurer;

import java.time.Instant;

/** A final revocation. A compromised certificate never counts, since a thief chooses the time in a signature. */
public record CertificateRevocation(Instant from, boolean compromised, Instant recordedAt, String reason) {}
