package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.disk.OwnerOnlyFile;
import jinbo.envelope.Certificate;
import jinbo.envelope.SecretKeys;
import jinbo.partner.PartnerException.Reason;
import jinbo.verify.MalformedException;
import jinbo.verify.VerifierKey;

/** Makes an insurer able to act: reads the keys that its settings name. */
public final class LoadPartner {

    private final Optional<String> passphrase;

    /**
     * @param passphrase of the secret keys, from the environment; a file that the settings name comes before it
     */
    public LoadPartner(Optional<String> passphrase) {
        this.passphrase = passphrase;
    }

    /**
     * Reads the keys.
     *
     * @throws jinbo.envelope.UnusableKeyException if a key file holds something else, or the passphrase is wrong
     * @throws jinbo.disk.OpenToOthersException if others can read a secret
     * @throws NoSuchFileException if a file is not there
     * @throws PartnerException if the log's key is none
     * @throws IOException of the files
     */
    public Partner load(PartnerSettings settings) throws IOException {
        char[] secret = passphrase(settings).toCharArray();
        List<SecretKeys> own = new ArrayList<>();
        for (Path file : settings.secretKeys()) {
            new OwnerOnlyFile(file).requireClosed();
            own.add(SecretKeys.load(file, secret));
        }
        Set<Certificate> association = new LinkedHashSet<>();
        for (Path file : settings.association()) {
            try (InputStream in = Files.newInputStream(file)) {
                association.add(Certificate.parse(in));
            } catch (NoSuchFileException e) {
                throw new NoSuchFileException(
                        file.toString(), null, "put the association's certificate there, and compare its fingerprint");
            }
        }
        Partner partner = new Partner(settings.code(), new PartnerKeys(own, association));
        return settings.logKey().isPresent()
                ? partner.witnessing(logKey(settings.logKey().get()))
                : partner;
    }

    private String passphrase(PartnerSettings settings) throws IOException {
        return settings.passphraseFile().isPresent()
                ? new OwnerOnlyFile(settings.passphraseFile().get()).read().replaceFirst("\\R\\z", "")
                : passphrase.orElse("");
    }

    private static VerifierKey logKey(Path file) throws IOException {
        try {
            return VerifierKey.parse(Files.readString(file).strip());
        } catch (MalformedException e) {
            throw new PartnerException(
                    Reason.PARTNER_SETTING_UNUSABLE,
                    file + " is not the verifier key of an access log: " + e.getMessage());
        }
    }
}
