package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.partner.AssociationCertificates.Kept;
import jinbo.partner.AssociationCertificates.State;
import jinbo.partner.PartnerSettings.DropPlace;
import jinbo.platform.files.Sha256;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;

/** Refuses keys of the insurer, the association or the server that are published sample keys. */
record RefuseSampleKeys(SampleKeys samples) {

    /** Checks existing key files of the settings, and keys that were received or generated since. */
    void check(PartnerSettings settings, PartnerFolder folder) throws IOException {
        for (Path file : existing(new PartnerSecretKeys(folder, settings).all())) {
            checkOwn(file);
        }
        for (Kept accepted : new AssociationCertificates(folder).in(State.ACCEPTED)) {
            checkCertificate(accepted.certificate());
        }
        for (Path file : existing(settings.association())) {
            try (InputStream in = Files.newInputStream(file)) {
                checkCertificate(Certificate.parse(in));
            }
        }
        if (settings.drop() instanceof DropPlace.Server server) {
            List<String> ssh = new ArrayList<>(server.address().pins().fingerprints());
            for (Path file : existing(server.loginKey().stream().toList())) {
                new SshKeyFile(file)
                        .publicKey()
                        .map(key -> new SshPublicKey(key).fingerprint())
                        .ifPresent(ssh::add);
            }
            samples.refuse(ssh, KeysError.CORRECT_SSH_SETTINGS);
        }
    }

    void checkOwn(Path file) throws IOException {
        samples.refuse(
                SecretKeys.certificatesIn(file).stream()
                        .flatMap(certificate -> certificate.allFingerprints().stream())
                        .toList(),
                KeysError.MAKE_OWN_KEY,
                file);
    }

    void checkCertificate(Certificate certificate) {
        samples.refuse(certificate.allFingerprints(), KeysError.ASK_ASSOCIATION_FOR_CERTIFICATE);
    }

    /** @param verifierKey {@code <name>+<id>+<Base64 of a byte for Ed25519 and the 32 bytes of the key>} */
    void checkLogKey(String verifierKey) {
        byte[] typed = Base64.getDecoder()
                .decode(verifierKey.substring(verifierKey.indexOf('+', verifierKey.indexOf('+') + 1) + 1));
        MessageDigest hash = Sha256.start();
        hash.update(typed, 1, typed.length - 1);
        samples.refuse(List.of(HexFormat.of().formatHex(hash.digest())), KeysError.ASK_ASSOCIATION_FOR_LOG_KEY);
    }

    private static List<Path> existing(List<Path> files) {
        return files.stream().filter(Files::exists).toList();
    }
}
