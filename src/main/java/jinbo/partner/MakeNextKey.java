package jinbo.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.KeysException;
import jinbo.exchange.keys.Passphrase;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.keys.Prompt;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.openpgp.UnusableKeyError;
import jinbo.exchange.openpgp.UnusableKeyException;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.OwnerOnlyFile;

/** Makes the insurer's next secret key, or copies one that was made elsewhere; under the passphrase of its other keys, in any case. */
public record MakeNextKey(PartnerSecretKeys keys, PassphraseSource passphrase, SampleKeys samples) {

    /**
     * The next one, which is made if there is none.
     *
     * @throws UnusableKeyException if the passphrase does not open the other keys
     * @throws KeysException if it is too short for the first key that it protects
     */
    public Certificate findOrCreate(InsurerCode code, Instant now) throws IOException {
        Optional<Certificate> there = keys.next();
        if (there.isPresent()) {
            return there.get();
        }
        SecretKeys made = SecretKeys.generate(userId(code), now);
        keepAsNext(made, ours());
        return made.certificate();
    }

    /**
     * Copies a key that was made elsewhere; it is the next one now, whichever was before.
     *
     * @param person is asked for the passphrase of the file, where it is another one than ours
     * @throws UnusableKeyException if the file holds no secret key, or the passphrase does not open it
     * @throws KeysException if nobody can be asked, or the key would lie open beside ours
     * @throws jinbo.exchange.keys.KeysException if it is one that everybody has
     * @throws PartnerException if it cannot sign now
     */
    public Certificate importKey(Path file, Prompt person, CryptoPolicy policy, Instant now) throws IOException {
        new OwnerOnlyFile(file).requireClosed();
        new RefuseSampleKeys(samples).own(file);
        Optional<Passphrase> ours = ours();
        SecretKeys made = SecretKeys.isProtectedFile(file) ? open(file, ours, person) : SecretKeys.load(file);
        PartnerSecretKeys.requireSigns(made.certificate(), policy, now);
        keepAsNext(made, ours);
        return made.certificate();
    }

    /** What a certificate that is made here calls its owner. */
    static String userId(InsurerCode code) {
        return code + " <exchange@" + code.value().toLowerCase(Locale.ROOT) + ".invalid>";
    }

    /** The passphrase of the other keys, which has opened one of them: one that is mistyped would lock the next key for good. */
    private Optional<Passphrase> ours() throws IOException {
        for (Path file : keys.all()) {
            if (SecretKeys.isProtectedFile(file)) {
                Passphrase secret = passphrase.of(file);
                SecretKeys.load(file, secret.characters());
                return Optional.of(secret);
            }
        }
        Optional<Passphrase> set = passphrase.configured();
        set.ifPresent(Passphrase::requireStrong);
        return set;
    }

    private static SecretKeys open(Path file, Optional<Passphrase> ours, Prompt person) throws IOException {
        if (ours.isEmpty()) {
            throw new KeysException(KeysError.PASSPHRASE_MISSING_FOR_COPY, file);
        }
        try {
            return SecretKeys.load(file, ours.get().characters());
        } catch (UnusableKeyException e) {
            if (e.error() != UnusableKeyError.PASSPHRASE) {
                throw e;
            }
        }
        try (Passphrase its = person.ask(file.toString())
                .filter(typed -> typed.length > 0)
                .map(Passphrase::of)
                .orElseThrow(() -> new KeysException(KeysError.PASSPHRASE_OF_OTHER_KEY_MISSING, file))) {
            return SecretKeys.load(file, its.characters());
        }
    }

    private void keepAsNext(SecretKeys made, Optional<Passphrase> ours) throws IOException {
        keys.storeNext(ours.isPresent() ? made.protectedBy(ours.get().characters()) : made);
    }
}
