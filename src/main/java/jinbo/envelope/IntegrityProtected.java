package jinbo.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.bcpg.SymmetricEncIntegrityPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.operator.bc.BcSessionKeyDataDecryptorFactory;

/**
 * Decrypts the integrity-protected packet, of version 1 (modification detection code) or 2 (AEAD, section 5.13.2): a
 * stream that ends only if the protection holds to the last byte.
 */
final class IntegrityProtected {

    private static final int HEAD_OF_VERSION_2 = 36;

    private final InputStream body;
    private final byte[] head;

    private IntegrityProtected(InputStream body, byte[] head) {
        this.body = body;
        this.head = head;
    }

    static IntegrityProtected begin(Packet packet) throws IOException {
        InputStream body = packet.body();
        byte[] version = body.readNBytes(1);
        if (version.length == 1 && version[0] == 1) {
            return new IntegrityProtected(body, version);
        }
        if (version.length == 0 || version[0] != 2) {
            throw BadEnvelope.invalid("The integrity protection has an unknown version");
        }
        byte[] head = new byte[HEAD_OF_VERSION_2];
        head[0] = 2;
        if (body.readNBytes(head, 1, HEAD_OF_VERSION_2 - 1) < HEAD_OF_VERSION_2 - 1) {
            throw BadEnvelope.invalid("The message ends within its integrity protection");
        }
        return new IntegrityProtected(body, head);
    }

    byte[] head() {
        return head.clone();
    }

    /** The number of the cipher, where it stands outside the session key. */
    Optional<Integer> cipher() {
        return head[0] == 1 ? Optional.empty() : Optional.of((int) head[1]);
    }

    InputStream decrypt(PGPSessionKey key) throws IOException {
        if (head[0] == 1) {
            return new ModificationDetected(body, key.getKey());
        }
        // a chunk is held in memory until its tag is checked: 4 MiB at most, as the standard advises
        if (head[3] < 0 || head[3] > 16) {
            throw BadEnvelope.invalid("The chunks of the integrity protection are larger than 4 MiB");
        }
        SymmetricEncIntegrityPacket packet = SymmetricEncIntegrityPacket.createVersion2Packet(
                head[1], head[2], head[3], Arrays.copyOfRange(head, 4, HEAD_OF_VERSION_2));
        try {
            return new BcSessionKeyDataDecryptorFactory(key)
                    .createDataDecryptor(packet, key)
                    .getInputStream(body);
        } catch (PGPException e) {
            throw BadEnvelope.invalid("The integrity protection of version 2 cannot be opened");
        }
    }
}
