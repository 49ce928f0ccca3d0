package jinbo.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;

/** Revokes one of the insurer's keys for good. A later revocation can only declare it compromised in addition. */
public record RevokePartnerKey(PartnerFolder folder, PartnerSecretKeys own) {

    /** The signing key cannot be revoked, because it signs the message. A repetition returns the same certificate. */
    public Certificate revoke(Fingerprint fingerprint, KeyRevocation revocation, PassphraseSource passphrase)
            throws IOException {
        if (own.certificates().get(0).fingerprint().equals(fingerprint)) {
            throw new PartnerException(PartnerError.OWN_KEY_SIGNS, fingerprint);
        }
        SecretKeys secret = own.load(passphrase).stream()
                .filter(each -> each.certificate().fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(() -> PartnerSecretKeys.none(fingerprint));
        Certificate stated = find(folder, fingerprint).orElseGet(secret::certificate);
        if (stated.revocation()
                .filter(before -> before.compromised() || !revocation.compromised())
                .isPresent()) {
            return stated;
        }
        Certificate revoked = secret.revoked(stated, revocation);
        OwnerOnlyPermissions.createFolder(folder.ownKeys());
        new OwnerOnlyFile(file(folder, fingerprint)).write(revoked.armored());
        return revoked;
    }

    static Optional<Certificate> find(PartnerFolder folder, Fingerprint fingerprint) {
        Path file = file(folder, fingerprint);
        try {
            return Files.exists(file)
                    ? Optional.of(
                            Certificate.parse(new OwnerOnlyFile(file).read().getBytes(StandardCharsets.US_ASCII)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(PartnerFolder folder, Fingerprint fingerprint) {
        return folder.ownKeys().resolve(fingerprint + ".revoked");
    }
}
