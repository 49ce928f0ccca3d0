package jinbo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import jinbo.accesslog.verifier.MalformedException;
import jinbo.accesslog.verifier.VerifierKey;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.keys.SampleKeys;

/** Makes an insurer able to act: reads the keys that its settings name, and those that came or were made since. */
public record LoadPartner(PartnerFolder folder, PassphraseSource passphrase, SampleKeys samples) {

    /**
     * @throws jinbo.exchange.openpgp.UnusableKeyException if a key file holds something else, or the passphrase is wrong
     * @throws jinbo.exchange.keys.KeysException if a key has one and none is told
     * @throws jinbo.exchange.keys.KeysException if a key is one that everybody has
     * @throws jinbo.platform.files.OwnerOnlyFile.InsecurePermissionsException if others can read a secret
     * @throws PartnerException if the log's key is none
     */
    public Partner load(PartnerSettings settings) throws IOException {
        new RefuseSampleKeys(samples).in(settings, folder);
        PartnerKeys keys = new PartnerKeys(
                new PartnerSecretKeys(folder, settings).load(passphrase),
                new LinkedHashSet<>(new TrustedAssociationCertificates(folder, settings).all()));
        Partner partner = new Partner(settings.code(), keys);
        return settings.logKey().isPresent()
                ? partner.withLogKey(logKey(settings.logKey().get()))
                : partner;
    }

    private VerifierKey logKey(Path file) throws IOException {
        try {
            String text = Files.readString(file).strip();
            VerifierKey key = VerifierKey.parse(text);
            new RefuseSampleKeys(samples).logKey(text);
            return key;
        } catch (MalformedException e) {
            throw new PartnerException(PartnerError.NOT_A_VERIFIER_KEY, file, String.valueOf(e.getMessage()));
        }
    }
}
