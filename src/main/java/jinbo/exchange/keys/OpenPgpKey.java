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
 * One OpenPGP key of our own, with what it says of itself.
 *
 * @param number which one it is, from 1, the one that insurers have been given by hand
 * @param fingerprints of the primary keys in its file: its own, and those of former ones that open along with it
 * @param certificate its certificate with all that was said against it, be it for a later time
 * @param opensFor how long after its end it still opens what was encrypted to it
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

    /** Whether somebody else has it: then it neither signs nor opens. */
    public boolean isCompromised() {
        return retirement().filter(KeyRevocation::compromised).isPresent();
    }

    /** When it ends to be used, by its own signature or by our revocation, whichever is earlier; empty if nothing is said. */
    public Optional<Instant> endsAt() {
        return Stream.concat(certificate.expiresAt().stream(), retirement().map(KeyRevocation::from).stream())
                .min(Comparator.naturalOrder());
    }

    /** Whether it is one that insurers may rely on at an instant. */
    public boolean countsAt(Instant at) {
        return !isCompromised() && endsAt().filter(end -> !at.isBefore(end)).isEmpty();
    }

    public boolean isDueAt(Instant at) {
        return !at.isBefore(signsFrom());
    }

    /** Until when it opens what comes in; empty while it has no end. */
    public Optional<Instant> opensUntil() {
        return endsAt().map(end -> isCompromised() ? end : end.plus(opensFor));
    }

    /**
     * Whether it opens what came in at an instant. What came before a key was compromised is opened as ever; it is in our hands
     * already.
     */
    public boolean decryptsReceivedAt(Instant receivedAt) {
        return opensUntil().filter(end -> !receivedAt.isBefore(end)).isEmpty();
    }

    /** The certificate as it is given out at an instant. */
    public Certificate certificateAt(Instant at) {
        return certificate.asOf(at);
    }
}
