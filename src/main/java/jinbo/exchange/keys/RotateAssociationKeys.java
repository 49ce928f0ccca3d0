package jinbo.exchange.keys;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.exchange.openpgp.SecretKeys.KeyPlan;
import org.springframework.stereotype.Component;

/** Makes the next OpenPGP key of our own, and retires old ones, so that there is always one that signs. */
@Component
public record RotateAssociationKeys(AssociationKeys keys, AssociationSettings settings, Clock clock) {

    /**
     * What the next key would say of itself; its user id is that of the one before.
     *
     * @param signsFrom when it is to sign; the time of the settings where nothing is said, and never before now
     * @throws KeysException if one waits for its turn already
     * @throws KeysException if it would end before its turn
     */
    public KeyPlan plan(Optional<Instant> signsFrom, Optional<Instant> until) {
        return plan(keys.openPgp(), signsFrom, until);
    }

    private KeyPlan plan(OpenPgpKeys present, Optional<Instant> signsFrom, Optional<Instant> until) {
        Instant now = clock.instant();
        present.next(now).ifPresent(next -> {
            throw nextWaits(next);
        });
        Instant turn = later(now, signsFrom.orElseGet(() -> now.plus(settings.nextKeySignsAfter())));
        until.filter(end -> !end.isAfter(turn)).ifPresent(end -> {
            throw new KeysException(KeysError.ENDS_TOO_SOON, turn, end);
        });
        String userId = present.all().get(0).certificate().userIds().stream()
                .findFirst()
                .orElse(AssociationKeys.USER_ID);
        return new KeyPlan(userId, now, Optional.of(turn), until);
    }

    /**
     * Makes the next key; it opens what is encrypted to it from now on, and signs once its turn has come. It is protected by the
     * passphrase of the others, which must open them.
     *
     * @throws jinbo.exchange.keys.KeysException if they have one, and it is not told or does not open them
     * @throws KeysException if one waits for its turn already, be it that another process was faster
     */
    public OpenPgpKey renew(Optional<Instant> signsFrom, Optional<Instant> until) {
        // whoever types a passphrase keeps nobody waiting
        keys.requireOpen();
        return keys.alone(() -> make(signsFrom, until));
    }

    private OpenPgpKey make(Optional<Instant> signsFrom, Optional<Instant> until) {
        OpenPgpKeys before = keys.openPgp();
        if (!keys.files().make(before.all().get(0).number() + 1, plan(before, signsFrom, until))) {
            throw nextWaits(keys.openPgp().all().get(0));
        }
        return keys.openPgp().all().get(0);
    }

    /**
     * Looks whether a key could be retired.
     *
     * @param from when it is to end; now where nothing is said, and never before now, because what it has signed since would
     *     count no longer. What is compromised ends now.
     * @throws KeysException if it is not ours, or was retired before, or nothing could be signed without it
     */
    public KeyRevocation revocation(
            Fingerprint fingerprint, Optional<Instant> from, boolean compromised, String reason) {
        Instant now = clock.instant();
        OpenPgpKeys all = keys.openPgp();
        OpenPgpKey key = all.get(fingerprint);
        key.retirement().filter(before -> before.compromised() || !compromised).ifPresent(before -> {
            throw retired(key, before.from());
        });
        // a signature of this very second was made before the revocation
        Instant effective = nextSecond(compromised ? now : later(now, from.orElse(now)));
        KeyRevocation revocation = new KeyRevocation(effective, compromised, reason);
        requireSuccessor(all, key, revocation, now);
        return revocation;
    }

    /**
     * Retires a key, for good, in its own certificate.
     *
     * @throws KeysException if it is not ours, or was retired before, or nothing could be signed without it
     */
    public OpenPgpKey retire(Fingerprint fingerprint, Optional<Instant> from, boolean compromised, String reason) {
        keys.openPgp().get(fingerprint).secret();
        return keys.alone(() -> state(fingerprint, revocation(fingerprint, from, compromised, reason)));
    }

    private OpenPgpKey state(Fingerprint fingerprint, KeyRevocation revocation) {
        OpenPgpKey key = keys.openPgp().get(fingerprint);
        if (!keys.files().state(key.secret().revoked(key.certificate(), revocation), revocation.compromised())) {
            throw retired(key, revocation.from());
        }
        return keys.openPgp().get(fingerprint);
    }

    /** At each instant at which a key is retired there must be another one. */
    private static void requireSuccessor(OpenPgpKeys all, OpenPgpKey key, KeyRevocation revocation, Instant now) {
        OpenPgpKey retired = key.with(key.secret().revoked(key.certificate(), revocation));
        OpenPgpKeys after = new OpenPgpKeys(
                all.all().stream().map(any -> any.equals(key) ? retired : any).toList(), all.policy());
        boolean gap = Stream.concat(
                        Stream.of(now),
                        after.all().stream()
                                .flatMap(any -> any.retirement().stream())
                                .map(KeyRevocation::from))
                .map(end -> later(now, end))
                .anyMatch(end -> after.signing(end).isEmpty());
        if (gap) {
            throw new KeysException(KeysError.LAST_KEY, key.fingerprint());
        }
    }

    private static KeysException nextWaits(OpenPgpKey next) {
        return new KeysException(KeysError.NEXT_KEY_WAITS, next.fingerprint(), next.signsFrom());
    }

    private static KeysException retired(OpenPgpKey key, Instant from) {
        return new KeysException(
                key.isCompromised() ? KeysError.RETIRED_AS_COMPROMISED : KeysError.RETIRED, key.fingerprint(), from);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant nextSecond(Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(time) ? second : second.plusSeconds(1);
    }
}
