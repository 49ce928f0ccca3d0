package jinbo.exchange.keys;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.SecretKeys;

/** The association's OpenPGP keys, including retired ones, the newest first. */
public record OpenPgpKeys(List<OpenPgpKey> all, CryptoPolicy policy) {

    private static final Comparator<OpenPgpKey> BY_TURN =
            Comparator.comparing(OpenPgpKey::signsFrom).thenComparing(OpenPgpKey::number);

    public OpenPgpKeys {
        all = List.copyOf(all);
    }

    /** The newest key whose time to sign has come, or else the next key, because the exchange must not stop. */
    public Optional<OpenPgpKey> signing(Instant at) {
        List<OpenPgpKey> able = all.stream().filter(key -> maySign(key, at)).toList();
        return able.stream()
                .filter(key -> key.isDueAt(at))
                .max(BY_TURN)
                .or(() -> able.stream().min(BY_TURN));
    }

    /** @throws KeysException if no key may sign */
    public OpenPgpKey current(Instant at) {
        return signing(at).orElseThrow(() -> new KeysException(KeysError.NONE_SIGNS));
    }

    public Optional<OpenPgpKey> next(Instant at) {
        Optional<OpenPgpKey> signing = signing(at);
        return all.stream()
                .filter(key -> maySign(key, at) && !key.isDueAt(at) && !signing.equals(Optional.of(key)))
                .min(BY_TURN);
    }

    /**
     * The key that signs an announcement: the key before the announced one, if it is still valid, because an insurer
     * that was absent knows no newer key.
     *
     * @throws KeysException if no key may sign
     */
    public OpenPgpKey announcing(OpenPgpKey announced, Instant at) {
        return all.stream()
                .filter(key -> maySign(key, at) && key.isDueAt(at) && BY_TURN.compare(key, announced) < 0)
                .max(BY_TURN)
                .orElseGet(() -> current(at));
    }

    /** @throws KeysException if there is no such key */
    public OpenPgpKey get(Fingerprint fingerprint) {
        return all.stream()
                .filter(key -> key.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(() -> new KeysException(KeysError.KEY_UNKNOWN, fingerprint));
    }

    /** True if a fingerprint is that of one of the association's keys, even of an expired or revoked key. */
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

    /** True if a key is valid for signing at an instant, even if its time to sign has not come. */
    public boolean maySign(OpenPgpKey key, Instant at) {
        return key.isValidAt(at) && !key.certificate().signingKeys(at, policy).isEmpty();
    }
}
