package jinbo.participant.insurer;

import java.time.Instant;

/**
 * A revocation of a certificate, which is never taken back.
 *
 * @param from when nothing that it signs is accepted any more, and nothing encrypted to it
 * @param compromised whether somebody else has its keys; then nothing that it ever signed is accepted, since a thief chooses
 *     the time that a signature says
 */
public record CertificateRevocation(Instant from, boolean compromised, Instant recordedAt, String reason) {}
