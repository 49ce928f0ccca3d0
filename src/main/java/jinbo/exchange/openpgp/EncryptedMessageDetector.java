package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * The beginning of a file that was refused: tells whether it is an encrypted message at all, or something that anybody can
 * read who has it. A message whose first packet is a session key (RFC 9580 sections 5.1 and 5.3) is encrypted.
 */
public final class EncryptedMessageDetector {

    private static final int SYMMETRIC_SESSION_KEY = 3;
    private static final Set<Integer> VERSIONS_FOR_A_KEY = Set.of(3, 6);
    private static final Set<Integer> VERSIONS_FOR_A_PASSPHRASE = Set.of(4, 5, 6);

    private EncryptedMessageDetector() {}

    /**
     * Whether the file begins as an encrypted message does; a file that cannot be made out does not.
     *
     * @param file binary or armored; read a little way
     */
    public static boolean isEncryptedMessage(InputStream file) {
        try {
            InputStream binary = ArmorInputStream.binary(file, "MESSAGE");
            int head = binary.read();
            boolean isPacket = head >= 0 && (head & 0x80) != 0;
            boolean currentFormat = (head & 0x40) != 0;
            int tag = currentFormat ? head & 0x3f : head >> 2 & 0x0f;
            skipLength(binary, head, currentFormat);
            int version = binary.read();
            return isPacket
                    && (tag == Packet.SESSION_KEY && VERSIONS_FOR_A_KEY.contains(version)
                            || tag == SYMMETRIC_SESSION_KEY && VERSIONS_FOR_A_PASSPHRASE.contains(version));
        } catch (IOException notAMessage) {
            return false;
        }
    }

    private static void skipLength(InputStream binary, int head, boolean currentFormat) throws IOException {
        if (!currentFormat) {
            binary.skipNBytes(1L << Math.min(head & 3, 2));
            return;
        }
        int first = binary.read();
        if (first == 255) {
            binary.skipNBytes(4);
        } else if (first >= 192) {
            binary.skipNBytes(1);
        }
    }
}
