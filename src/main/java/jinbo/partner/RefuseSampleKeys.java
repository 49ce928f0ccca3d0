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
import jinbo.platform.ssh.ProtectedSshKey;
import jinbo.platform.ssh.SshPublicKey;

/** Lets an insurer's own side not act with keys that everybody has: its own, the association's or the server's. */
record RefuseSampleKeys(SampleKeys samples) {

    /**
     * Looks at all key files that the settings name and that are there, and at those that came or were made since.
     *
     * @throws jinbo.exchange.keys.KeysException if one holds a sample key
     */
    void in(PartnerSettings settings, PartnerFolder folder) throws IOException {
        for (Path file : there(new PartnerSecretKeys(folder, settings).all())) {
            own(file);
        }
        for (Kept accepted : new AssociationCertificates(folder).in(State.ACCEPTED)) {
            checkCertificate(accepted.certificate());
        }
        for (Path file : there(settings.association())) {
            try (InputStream in = Files.newInputStream(file)) {
                checkCertificate(Certificate.parse(in));
            }
        }
        if (settings.drop() instanceof DropPlace.Server server) {
            List<String> ssh = new ArrayList<>(server.address().pins().fingerprints());
            for (Path file : there(server.loginKey().stream().toList())) {
                new ProtectedSshKey(file)
                        .publicKey()
                        .map(key -> new SshPublicKey(key).fingerprint())
                        .ifPresent(ssh::add);
            }
            samples.refuse(ssh, KeysError.CORRECT_SSH_SETTINGS);
        }
    }

    /**
     * Looks at a file of secret keys of our own.
     *
     * @throws jinbo.exchange.keys.KeysException if one is a sample key
     */
    void own(Path file) throws IOException {
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

    /** Looks at the key of its access log: {@code <name>+<id>+<Base64 of a byte for Ed25519 and the 32 bytes of the key>}. */
    void logKey(String verifierKey) {
        byte[] typed = Base64.getDecoder()
                .decode(verifierKey.substring(verifierKey.indexOf('+', verifierKey.indexOf('+') + 1) + 1));
        MessageDigest hash = Sha256.start();
        hash.update(typed, 1, typed.length - 1);
        samples.refuse(List.of(HexFormat.of().formatHex(hash.digest())), KeysError.ASK_ASSOCIATION_FOR_LOG_KEY);
    }

    private static List<Path> there(List<Path> files) {
        return files.stream().filter(Files::exists).toList();
    }
}
