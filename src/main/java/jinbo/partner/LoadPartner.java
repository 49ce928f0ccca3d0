package jinbo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import jinbo.accesslog.verifier.MalformedException;
import jinbo.accesslog.verifier.VerifierKey;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.keys.SampleKeys;

/** Loads the insurer's side: the keys and certificates of the settings, and those received or generated since. */
public record LoadPartner(PartnerFolder folder, PassphraseSource passphrase, SampleKeys samples) {

    public Partner load(PartnerSettings settings) throws IOException {
        new RefuseSampleKeys(samples).check(settings, folder);
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
            new RefuseSampleKeys(samples).checkLogKey(text);
            return key;
        } catch (MalformedException e) {
            throw new PartnerException(PartnerError.NOT_A_VERIFIER_KEY, file, String.valueOf(e.getMessage()));
        }
    }
}
