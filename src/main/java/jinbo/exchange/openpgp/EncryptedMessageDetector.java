package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/** Finds out whether a refused file is encrypted, or everybody can read it. */
public final class EncryptedMessageDetector {

    private static final int SYMMETRIC_SESSION_KEY = 3;
    private static final Set<Integer> VERSIONS_FOR_A_KEY = Set.of(3, 6);
    private static final Set<Integer> VERSIONS_FOR_A_PASSPHRASE = Set.of(4, 5, 6);

    private EncryptedMessageDetector() {}

    /** True if the first packet is a session key (RFC 9580, sections 5.1 and 5.3); false for an unreadable file. */
    public static boolean isEncryptedMessage(InputStream file) {
        try {
            Optional<Packet> first =
                    new PacketReader(ArmorInputStream.binary(file, "MESSAGE"), new PacketReader.Counter(1)).next();
            if (first.isEmpty()) {
                return false;
            }
            int version = first.get().body().read();
            return switch (first.get().tag()) {
                case Packet.SESSION_KEY -> VERSIONS_FOR_A_KEY.contains(version);
                case SYMMETRIC_SESSION_KEY -> VERSIONS_FOR_A_PASSPHRASE.contains(version);
                default -> false;
            };
        } catch (IOException notAMessage) {
            return false;
        }
    }
}
