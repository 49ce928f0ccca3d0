package jinbo.exchange.keys;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.SecretKeys;

/**
 * All OpenPGP keys of our own: which of them signs, and which open.
 *
 * @param all the newest first
 */
public record OpenPgpKeys(List<OpenPgpKey> all, CryptoPolicy policy) {

    private static final Comparator<OpenPgpKey> BY_TURN =
            Comparator.comparing(OpenPgpKey::signsFrom).thenComparing(OpenPgpKey::number);

    public OpenPgpKeys {
        all = List.copyOf(all);
    }

    /**
     * The key that signs at an instant: the newest whose turn has come. Where none of those counts any more, the next one signs
     * before its turn, because the exchange must not stop.
     */
    public Optional<OpenPgpKey> signing(Instant at) {
        List<OpenPgpKey> able = all.stream().filter(key -> maySign(key, at)).toList();
        return able.stream()
                .filter(key -> key.isDueAt(at))
                .max(BY_TURN)
                .or(() -> able.stream().min(BY_TURN));
    }

    /** @throws KeysException if there is none */
    public OpenPgpKey current(Instant at) {
        return signing(at).orElseThrow(() -> new KeysException(KeysError.NONE_SIGNS));
    }

    /** The key that waits for its turn to sign; it opens already. */
    public Optional<OpenPgpKey> next(Instant at) {
        Optional<OpenPgpKey> signing = signing(at);
        return all.stream()
                .filter(key -> maySign(key, at) && !key.isDueAt(at) && !signing.equals(Optional.of(key)))
                .min(BY_TURN);
    }

    /**
     * The key that a certificate of ours is announced with: the one that signed before it, as long as that counts, because an insurer
     * that was away knows no newer one; else the one that signs now.
     *
     * @throws KeysException if there is none
     */
    public OpenPgpKey announcing(OpenPgpKey announced, Instant at) {
        return all.stream()
                .filter(key -> maySign(key, at) && key.isDueAt(at) && BY_TURN.compare(key, announced) < 0)
                .max(BY_TURN)
                .orElseGet(() -> current(at));
    }

    /** @throws KeysException if none has */
    public OpenPgpKey get(Fingerprint fingerprint) {
        return all.stream()
                .filter(key -> key.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(() -> new KeysException(KeysError.KEY_UNKNOWN, fingerprint));
    }

    /** Whether a certificate of this fingerprint is one of ours, whatever has become of it. */
    public boolean hold(Fingerprint fingerprint) {
        return all.stream().anyMatch(key -> key.fingerprints().contains(fingerprint));
    }

    /** @throws KeysException if there is none */
    public SecretKeys opening(Instant receivedAt) {
        return all.stream()
                .filter(key -> key.decryptsReceivedAt(receivedAt))
                .map(OpenPgpKey::secret)
                .reduce(SecretKeys::and)
                .orElseThrow(() -> new KeysException(KeysError.NONE_OPENS));
    }

    /** Whether a key may sign at an instant; whether its turn has come is another question. */
    public boolean maySign(OpenPgpKey key, Instant at) {
        return key.countsAt(at) && !key.certificate().signingKeys(at, policy).isEmpty();
    }
}
