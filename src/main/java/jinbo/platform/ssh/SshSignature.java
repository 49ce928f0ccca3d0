package jinbo.platform.ssh;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** Signatures of the format of {@code ssh-keygen -Y sign} (OpenSSH, PROTOCOL.sshsig), each for one namespace. */
public final class SshSignature {

    private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
    private static final long VERSION = 1;
    private static final String HASH = "sha512";
    private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
    private static final String END = "-----END SSH SIGNATURE-----";
    private static final int LINE_LENGTH = 70;
    private static final int MAX_LENGTH = 16_384;

    private SshSignature() {}

    public static String sign(KeyPair key, String namespace, byte[] message) {
        try {
            String algorithm = algorithmsOf(key.getPublic()).get(0);
            Signature signature = signature(algorithm);
            signature.initSigner(null, key.getPrivate());
            signature.update(null, signedData(namespace, HASH, message));
            Buffer signed = new ByteArrayBuffer();
            signed.putString(algorithm);
            signed.putBytes(signature.sign(null));
            Buffer all = new ByteArrayBuffer();
            all.putRawBytes(MAGIC);
            all.putUInt(VERSION);
            all.putPublicKey(key.getPublic());
            all.putString(namespace);
            all.putString("");
            all.putString(HASH);
            all.putBytes(signed.getCompactData());
            return BEGIN + "\n"
                    + Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'}).encodeToString(all.getCompactData()) + "\n"
                    + END
                    + "\n";
        } catch (Exception e) {
            throw new IllegalArgumentException("Nothing can be signed with this key", e);
        }
    }

    /** Verifies a signature of the registered key. Returns false also for malformed input. */
    public static boolean verify(String armored, PublicKey registered, String namespace, byte[] message) {
        try {
            Buffer all = new ByteArrayBuffer(unarmored(armored));
            byte[] magic = new byte[MAGIC.length];
            all.getRawBytes(magic);
            boolean supported = MessageDigest.isEqual(magic, MAGIC) && all.getUInt() == VERSION;
            PublicKey signer = all.getPublicKey();
            boolean sameNamespace = all.getString().equals(namespace);
            all.getString();
            String hash = all.getString();
            byte[] signed = all.getBytes();
            if (!supported || !sameNamespace || all.available() > 0 || !KeyUtils.compareKeys(signer, registered)) {
                return false;
            }
            String algorithm = new ByteArrayBuffer(signed).getString();
            if (!algorithmsOf(registered).contains(algorithm)) {
                return false;
            }
            Signature signature = signature(algorithm);
            signature.initVerifier(null, registered);
            signature.update(null, signedData(namespace, hash, message));
            return signature.verify(null, signed);
        } catch (Exception notASignature) {
            return false;
        }
    }

    private static byte[] unarmored(String armored) {
        String text = armored.strip();
        if (text.length() > MAX_LENGTH || !text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IllegalArgumentException("no armored signature");
        }
        String base64 =
                text.substring(BEGIN.length(), text.length() - END.length()).replaceAll("\\s", "");
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("not the one spelling of these bytes");
        }
        return bytes;
    }

    private static byte[] signedData(String namespace, String hash, byte[] message) throws NoSuchAlgorithmException {
        Buffer data = new ByteArrayBuffer();
        data.putRawBytes(MAGIC);
        data.putString(namespace);
        data.putString("");
        data.putString(hash);
        data.putBytes(digest(hash).digest(message));
        return data.getCompactData();
    }

    private static MessageDigest digest(String hash) throws NoSuchAlgorithmException {
        return switch (hash) {
            case "sha256" -> MessageDigest.getInstance("SHA-256");
            case HASH -> MessageDigest.getInstance("SHA-512");
            default -> throw new NoSuchAlgorithmException(hash);
        };
    }

    /** An RSA key signs with SHA-2 (RFC 8332), never with SHA-1. */
    private static List<String> algorithmsOf(PublicKey key) {
        String kind = KeyUtils.getKeyType(key);
        return kind.equals(KeyPairProvider.SSH_RSA)
                ? List.of(BuiltinSignatures.rsaSHA512.getName(), BuiltinSignatures.rsaSHA256.getName())
                : List.of(kind);
    }

    private static Signature signature(String algorithm) {
        Signature signature = NamedFactory.create(BuiltinSignatures.VALUES, algorithm);
        if (signature == null) {
            throw new IllegalArgumentException("no signature " + algorithm);
        }
        return signature;
    }
}
