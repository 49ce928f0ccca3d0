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

/** Generates the association's next OpenPGP key and retires old keys, so that there is always a key that signs. */
@Component
public record RotateAssociationKeys(AssociationKeys keys, AssociationSettings settings, Clock clock) {

    /**
     * @param signsFrom when the key begins to sign; if empty, after the delay of the settings; the past counts as now
     * @param until when the key expires; empty for never
     * @throws KeysException if there is already a next key, or the new key would expire before it begins to sign, at that
     *     moment, or later than OpenPGP can say
     */
    public KeyPlan plan(Optional<Instant> signsFrom, Optional<Instant> until) {
        return plan(keys.openPgp(), signsFrom, until);
    }

    private KeyPlan plan(OpenPgpKeys present, Optional<Instant> signsFrom, Optional<Instant> until) {
        Instant now = clock.instant();
        present.next(now).ifPresent(next -> {
            throw nextWaits(next);
        });
        Instant effective = later(now, signsFrom.orElseGet(() -> now.plus(settings.nextKeySignsAfter())));
        until.filter(end -> !end.isAfter(effective)).ifPresent(end -> {
            throw new KeysException(KeysError.ENDS_TOO_SOON, effective, end);
        });
        Instant latest = now.plus(KeyPlan.LONGEST_LIFE);
        until.filter(latest::isBefore).ifPresent(end -> {
            throw new KeysException(KeysError.ENDS_TOO_LATE, end, latest);
        });
        String userId = present.all().get(0).certificate().userIds().stream()
                .findFirst()
                .orElse(AssociationKeys.USER_ID);
        return new KeyPlan(userId, now, Optional.of(effective), until);
    }

    /** @throws KeysException if the passphrase is missing or wrong, or for the reasons of {@link #plan} */
    public OpenPgpKey renew(Optional<Instant> signsFrom, Optional<Instant> until) {
        // asks for the passphrase before the lock is taken
        keys.requireOpen();
        return keys.runExclusively(() -> generate(signsFrom, until));
    }

    private OpenPgpKey generate(Optional<Instant> signsFrom, Optional<Instant> until) {
        OpenPgpKeys before = keys.openPgp();
        if (!keys.files().generate(before.all().get(0).number() + 1, plan(before, signsFrom, until))) {
            throw nextWaits(keys.openPgp().all().get(0));
        }
        return keys.openPgp().all().get(0);
    }

    /**
     * @param from when the revocation takes effect; if empty, now. A time in the past counts as now, because otherwise
     *     signatures made after that time would become invalid. Ignored for a compromised key, which is revoked now
     * @throws KeysException if the key is not the association's, is the last key that signs, or is already retired. A
     *     key that was retired without being compromised can still be retired as compromised
     */
    public KeyRevocation revocation(
            Fingerprint fingerprint, Optional<Instant> from, boolean compromised, String reason) {
        Instant now = clock.instant();
        OpenPgpKeys all = keys.openPgp();
        OpenPgpKey key = all.get(fingerprint);
        key.retirement().filter(before -> before.compromised() || !compromised).ifPresent(before -> {
            throw retired(key, before.from());
        });
        // rounded up to the next second, so that signatures made in this second stay valid
        Instant effective = nextSecond(compromised ? now : later(now, from.orElse(now)));
        KeyRevocation revocation = new KeyRevocation(effective, compromised, reason);
        requireSuccessor(all, key, revocation, now);
        return revocation;
    }

    /** Retires a key irrevocably; the exceptions are those of {@link #revocation}. */
    public OpenPgpKey retire(Fingerprint fingerprint, Optional<Instant> from, boolean compromised, String reason) {
        keys.openPgp().get(fingerprint).secret();
        return keys.runExclusively(() -> revoke(fingerprint, revocation(fingerprint, from, compromised, reason)));
    }

    private OpenPgpKey revoke(Fingerprint fingerprint, KeyRevocation revocation) {
        OpenPgpKey key = keys.openPgp().get(fingerprint);
        if (!keys.files()
                .writeRevocation(key.secret().revoked(key.certificate(), revocation), revocation.compromised())) {
            throw retired(key, revocation.from());
        }
        return keys.openPgp().get(fingerprint);
    }

    /** Requires that another key can sign when this key is retired. */
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
