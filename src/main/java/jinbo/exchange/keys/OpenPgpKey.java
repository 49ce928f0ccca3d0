package jinbo.exchange.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.exchange.openpgp.SecretKeys;

/**
 * One of the association's OpenPGP keys.
 *
 * @param number from 1; insurers received the certificate of key 1 by hand, those of later keys by announcement
 * @param fingerprints of the primary keys in its file: its own, and those of former keys that decrypt together with it
 * @param certificate with all revocations, even those that take effect later
 * @param opensFor how long it still decrypts after it has expired or was retired
 */
public record OpenPgpKey(
        int number,
        Supplier<SecretKeys> kept,
        Set<Fingerprint> fingerprints,
        Certificate certificate,
        Duration opensFor) {

    public OpenPgpKey {
        fingerprints = Set.copyOf(fingerprints);
    }

    OpenPgpKey with(Certificate newlyStated) {
        return new OpenPgpKey(number, kept, fingerprints, newlyStated, opensFor);
    }

    public SecretKeys secret() {
        return kept.get();
    }

    public Fingerprint fingerprint() {
        return certificate.fingerprint();
    }

    public Instant madeAt() {
        return certificate.createdAt();
    }

    public Instant signsFrom() {
        return certificate.signsFrom();
    }

    public Optional<KeyRevocation> retirement() {
        return certificate.revocation();
    }

    /** A compromised key does not sign, and decrypts only files that arrived before it was declared compromised. */
    public boolean isCompromised() {
        return retirement().filter(KeyRevocation::compromised).isPresent();
    }

    /** The earlier of its expiry and its revocation; empty if there is neither. */
    public Optional<Instant> endsAt() {
        return Stream.concat(certificate.expiresAt().stream(), retirement().map(KeyRevocation::from).stream())
                .min(Comparator.naturalOrder());
    }

    public boolean isValidAt(Instant at) {
        return !isCompromised() && endsAt().filter(end -> !at.isBefore(end)).isEmpty();
    }

    public boolean isDueAt(Instant at) {
        return !at.isBefore(signsFrom());
    }

    public Optional<Instant> opensUntil() {
        return endsAt().map(end -> isCompromised() ? end : end.plus(opensFor));
    }

    /** True if it may decrypt a file that was received at an instant, even if the key was compromised later. */
    public boolean decryptsReceivedAt(Instant receivedAt) {
        return opensUntil().filter(end -> !receivedAt.isBefore(end)).isEmpty();
    }

    public Certificate certificateAt(Instant at) {
        return certificate.asOf(at);
    }
}
