package jinbo.participant.insurer;

import java.time.Instant;

/**
 * A revocation of a certificate; it is final.
 *
 * @param from the time from which nothing that it signs is accepted, and nothing is encrypted to it
 * @param compromised whether somebody else has its keys; then no signature is accepted, since a thief chooses the time
 *     in a signature
 */
public record CertificateRevocation(Instant from, boolean compromised, Instant recordedAt, String reason) {}
