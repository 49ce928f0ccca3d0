package jinbo.exchange.keys;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.openpgp.SecretKeys.KeyPlan;
import jinbo.exchange.openpgp.UnusableKeyError;
import jinbo.exchange.openpgp.UnusableKeyException;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.TemporaryFile;
import jinbo.platform.home.HomeException;

/**
 * The files of the association's own OpenPGP keys and revocations. They are not in the database, so that a restored
 * database neither reactivates a retired key nor forgets a key to which insurers encrypt. {@code association.asc} is
 * the first key, {@code openpgp/2.asc} and so on are later keys; each number is used only once. Only {@link
 * ProtectKeys} changes a file.
 */
record OpenPgpKeyFiles(KeyPaths paths, KeyFiles secrets) {

    /** Reads all keys, the newest first. A missing number does not hide later keys. */
    List<OpenPgpKey> read(Duration opensFor) {
        return numbers().stream()
                .sorted(Comparator.reverseOrder())
                .map(number -> read(number, opensFor))
                .toList();
    }

    private List<Integer> numbers() {
        try {
            return paths.numbers();
        } catch (IOException e) {
            throw unusable(paths.laterKeys(), e);
        }
    }

    /** Generates a key; false if another process has already used the number. */
    boolean generate(int number, KeyPlan plan) {
        Path file = paths.openPgp(number);
        try {
            secrets.writeNew(SecretKeys.generate(plan), file);
            return true;
        } catch (UnusableKeyException e) {
            if (e.error() == UnusableKeyError.EXISTS) {
                return false;
            }
            throw e;
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Writes a certificate with a revocation; false if the key is already revoked. */
    boolean writeRevocation(Certificate stated, boolean compromised) {
        Path file = revocation(stated.fingerprint().value(), compromised);
        TemporaryFile temporaryFile =
                new TemporaryFile(file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part"));
        try {
            OwnerOnlyPermissions.createFolder(paths.laterKeys());
            try {
                try (OutputStream out = temporaryFile.create()) {
                    out.write(stated.armored().getBytes(StandardCharsets.US_ASCII));
                }
                temporaryFile.moveToNew(file);
                return true;
            } finally {
                temporaryFile.discard();
            }
        } catch (FileAlreadyExistsException revokedBefore) {
            return false;
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private OpenPgpKey read(int number, Duration opensFor) {
        Path file = paths.openPgp(number);
        try {
            List<Certificate> own = secrets.certificates(file);
            return new OpenPgpKey(
                    number,
                    () -> secret(file),
                    own.stream().map(Certificate::fingerprint).collect(Collectors.toSet()),
                    stated(own.get(0)),
                    opensFor);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private SecretKeys secret(Path file) {
        try {
            return secrets.openPgp(file);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private Certificate stated(Certificate own) throws IOException {
        for (boolean compromised : new boolean[] {true, false}) {
            Path file = revocation(own.fingerprint().value(), compromised);
            if (Files.exists(file)) {
                return Certificate.parse(Files.readAllBytes(file));
            }
        }
        return own;
    }

    private Path revocation(String fingerprint, boolean compromised) {
        return paths.laterKeys().resolve(fingerprint + (compromised ? ".compromised.asc" : ".retired.asc"));
    }

    private static HomeException unusable(Path file, IOException cause) {
        return new HomeException(KeysError.OPENPGP_KEY_UNUSABLE, file).causedBy(cause);
    }
}
