package jinbo.accesslog.tlog;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.platform.files.OwnerOnlyFile;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * The file with a private key that signs notes (C2SP signed-note), such as the checkpoints of a log: PKCS#8 (RFC 8410)
 * as PEM without a passphrase, like the output of {@code openssl genpkey -algorithm ed25519}. Only the file's owner may
 * have access.
 */
public record NoteKeyFile(Path path) {

    private static final Pattern PEM = Pattern.compile(
            "-----BEGIN PRIVATE KEY-----\\R([A-Za-z0-9+/=\\r\\n]{1,1000})\\R-----END PRIVATE KEY-----\\R?");

    /**
     * Generates a key into a new file, unless the file exists, and returns the key in the file.
     *
     * @param name of the key; in the checkpoints of a log it is also the first line, the origin
     */
    public NoteSigner generate(String name) throws IOException {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new SecureRandom());
        // refuses an unusable name before there is a file
        NoteSigner.of(name, key);
        // without the public key, which older versions of OpenSSL do not expect there
        byte[] pkcs8 = new PrivateKeyInfo(
                        new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), new DEROctetString(key.getEncoded()))
                .getEncoded();
        new OwnerOnlyFile(path)
                .writeNew("-----BEGIN PRIVATE KEY-----\n" + Base64Text.encode(pkcs8) + "\n-----END PRIVATE KEY-----\n");
        return read(name);
    }

    /**
     * @throws jinbo.platform.files.OwnerOnlyFile.InsecurePermissionsException if others may read or write the file
     * @throws IOException if it is unreadable or does not contain exactly one Ed25519 key
     */
    public NoteSigner read(String name) throws IOException {
        Matcher pem = PEM.matcher(new OwnerOnlyFile(path).read());
        if (!pem.matches()) {
            throw unreadable();
        }
        try {
            byte[] pkcs8 = Base64.getMimeDecoder().decode(pem.group(1));
            return NoteSigner.of(name, (Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(pkcs8));
        } catch (IOException | RuntimeException damagedOrOfAnotherKind) {
            throw unreadable();
        }
    }

    public boolean exists() {
        return new OwnerOnlyFile(path).exists();
    }

    private IOException unreadable() {
        return new IOException(
                path + " does not contain exactly one Ed25519 key as PEM (PKCS#8) without a passphrase; restore the key"
                        + " from its backup, because a new key would not match what this one has signed");
    }
}
