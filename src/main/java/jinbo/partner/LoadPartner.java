package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import jinbo.envelope.Certificate;
import jinbo.partner.PartnerException.Reason;
import jinbo.passphrase.KeyPassphrase;
import jinbo.samplekey.SampleKeys;
import jinbo.verify.MalformedException;
import jinbo.verify.VerifierKey;

/** Makes an insurer able to act: reads the keys that its settings name, and those that came or were made since. */
public final class LoadPartner {

    private final PartnerFolder folder;
    private final KeyPassphrase passphrase;
    private final SampleKeys samples;

    /**
     * @param passphrase of the secret keys
     * @param samples whether sample keys may be used
     */
    public LoadPartner(PartnerFolder folder, KeyPassphrase passphrase, SampleKeys samples) {
        this.folder = folder;
        this.passphrase = passphrase;
        this.samples = samples;
    }

    /**
     * Reads the keys.
     *
     * @throws jinbo.envelope.UnusableKeyException if a key file holds something else, or the passphrase is wrong
     * @throws jinbo.passphrase.PassphraseException if a key has one and none is told
     * @throws jinbo.samplekey.SampleKeyException if a key is one that everybody has
     * @throws jinbo.disk.OpenToOthersException if others can read a secret
     * @throws NoSuchFileException if a file is not there
     * @throws PartnerException if the log's key is none
     * @throws IOException of the files
     */
    public Partner load(PartnerSettings settings) throws IOException {
        new RefuseSampleKeys(samples).in(settings);
        PartnerKeys keys = new PartnerKeys(
                new OwnKeys(folder, settings).load(passphrase), new LinkedHashSet<>(association(settings)));
        Partner partner = new Partner(settings.code(), keys);
        return settings.logKey().isPresent()
                ? partner.witnessing(logKey(settings.logKey().get()))
                : partner;
    }

    /**
     * The association's certificates that count: those of the settings and those that people have accepted since.
     *
     * @throws NoSuchFileException if a file is not there
     * @throws IOException of the files
     */
    public List<Certificate> association(PartnerSettings settings) throws IOException {
        List<Certificate> named = new ArrayList<>();
        for (Path file : settings.association()) {
            try (InputStream in = Files.newInputStream(file)) {
                named.add(Certificate.parse(in));
            } catch (NoSuchFileException e) {
                throw new NoSuchFileException(
                        file.toString(), null, "put the association's certificate there, and compare its fingerprint");
            }
        }
        return new AssociationCertificates(folder).countingBeside(named);
    }

    private VerifierKey logKey(Path file) throws IOException {
        try {
            String text = Files.readString(file).strip();
            VerifierKey key = VerifierKey.parse(text);
            new RefuseSampleKeys(samples).logKey(text);
            return key;
        } catch (MalformedException e) {
            throw new PartnerException(
                    Reason.PARTNER_SETTING_UNUSABLE,
                    file + " is not the verifier key of an access log: " + e.getMessage());
        }
    }
}
