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
import jinbo.exchange.openpgp.S2kIterations;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.openpgp.UnusableKeyError;
import jinbo.exchange.openpgp.UnusableKeyException;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.OwnerOnlyFile;

/** Generates or imports the insurer's next secret key, and protects it by the passphrase of its other keys. */
public record MakeNextKey(
        PartnerSecretKeys keys, PassphraseSource passphrase, SampleKeys samples, S2kIterations iterations) {

    public Certificate findOrCreate(InsurerCode code, Instant now) throws IOException {
        Optional<Certificate> there = keys.next();
        if (there.isPresent()) {
            return there.get();
        }
        SecretKeys key = SecretKeys.generate(userId(code), now);
        storeNext(key, ownPassphrase());
        return key.certificate();
    }

    /** Imports a key as the next key. Asks for its passphrase if that of the other keys does not open it. */
    public Certificate importKey(Path file, Prompt person, CryptoPolicy policy, Instant now) throws IOException {
        new OwnerOnlyFile(file).requireClosed();
        new RefuseSampleKeys(samples).checkOwn(file);
        Optional<Passphrase> own = ownPassphrase();
        SecretKeys key = SecretKeys.isProtectedFile(file) ? open(file, own, person) : SecretKeys.load(file);
        PartnerSecretKeys.requireSigns(key.certificate(), policy, now);
        storeNext(key, own);
        return key.certificate();
    }

    static String userId(InsurerCode code) {
        return code + " <exchange@" + code.value().toLowerCase(Locale.ROOT) + ".invalid>";
    }

    /** The passphrase of the other keys, verified with one of them: with a typo, the next key would be unusable. */
    private Optional<Passphrase> ownPassphrase() throws IOException {
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

    private static SecretKeys open(Path file, Optional<Passphrase> own, Prompt person) throws IOException {
        if (own.isEmpty()) {
            throw new KeysException(KeysError.PASSPHRASE_MISSING_FOR_COPY, file);
        }
        try {
            return SecretKeys.load(file, own.get().characters());
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

    private void storeNext(SecretKeys key, Optional<Passphrase> own) throws IOException {
        keys.storeNext(own.isPresent() ? key.protectedBy(own.get().characters(), iterations) : key);
    }
}
