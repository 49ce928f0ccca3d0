package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import jinbo.exchange.openpgp.AlgorithmRule.Kind;
import org.bouncycastle.bcpg.SymmetricEncIntegrityPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.operator.bc.BcSessionKeyDataDecryptorFactory;

/**
 * Decrypts the integrity-protected packet, of version 1 (modification detection code) or 2 (AEAD, section 5.13.2): a
 * stream that ends only if the protection holds to the last byte.
 */
final class IntegrityProtectedPacket {

    private static final int HEAD_OF_VERSION_2 = 36;
    /** Bytes of key, by cipher: only the AES family can be decrypted here, whatever the policy says. */
    private static final Map<Integer, Integer> KEY_LENGTHS = Map.of(7, 16, 8, 24, 9, 32);

    private final InputStream body;
    private final byte[] head;

    private IntegrityProtectedPacket(InputStream body, byte[] head) {
        this.body = body;
        this.head = head;
    }

    static IntegrityProtectedPacket begin(Packet packet) throws IOException {
        InputStream body = packet.body();
        byte[] version = body.readNBytes(1);
        if (version.length == 1 && version[0] == 1) {
            return new IntegrityProtectedPacket(body, version);
        }
        if (version.length == 0 || version[0] != 2) {
            throw EnvelopeException.invalid("The integrity protection has an unknown version");
        }
        byte[] head = new byte[HEAD_OF_VERSION_2];
        head[0] = 2;
        if (body.readNBytes(head, 1, HEAD_OF_VERSION_2 - 1) < HEAD_OF_VERSION_2 - 1) {
            throw EnvelopeException.invalid("The message ends within its integrity protection");
        }
        // a chunk is held in memory until its tag is checked: 4 MiB at most, as the standard advises
        if (head[3] < 0 || head[3] > 16) {
            throw EnvelopeException.invalid("The chunks of the integrity protection are larger than 4 MiB");
        }
        return new IntegrityProtectedPacket(body, head);
    }

    byte[] head() {
        return head.clone();
    }

    /** Insists on a cipher that is accepted, with a key of its length, and on such a mode where there is one to choose. */
    void require(CryptoPolicy policy, Instant at, PGPSessionKey key) throws EnvelopeException {
        int cipher = head[0] == 1 ? key.getAlgorithm() : head[1];
        if (!policy.accepts(Kind.CIPHER, cipher, at)) {
            throw EnvelopeException.invalid("The cipher, number " + cipher + ", is not accepted");
        }
        if (head[0] == 2 && !policy.accepts(Kind.AEAD, head[2], at)) {
            throw EnvelopeException.invalid(
                    "The mode of the integrity protection, number " + head[2] + ", is not accepted");
        }
        if (key.getKey().length != KEY_LENGTHS.getOrDefault(cipher, 0)) {
            throw EnvelopeException.invalid(
                    "The session key has not the length that its cipher, number " + cipher + ", wants");
        }
    }

    InputStream decrypt(PGPSessionKey key) throws IOException {
        if (head[0] == 1) {
            return new MdcInputStream(body, key.getKey());
        }
        SymmetricEncIntegrityPacket packet = SymmetricEncIntegrityPacket.createVersion2Packet(
                head[1], head[2], head[3], Arrays.copyOfRange(head, 4, HEAD_OF_VERSION_2));
        try {
            return new AeadInputStream(new BcSessionKeyDataDecryptorFactory(key)
                    .createDataDecryptor(packet, key)
                    .getInputStream(body));
        } catch (PGPException | RuntimeException e) {
            // the first chunk is read here already
            throw AeadInputStream.notAuthentic();
        }
    }
}
