package jinbo.exchange.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;

/** Opens the session key of an envelope with whichever of our keys one of its session key packets is for. */
final class SessionKeyDecryptor {

    /** The key id that stands for any of our keys. */
    private final SecretKeys ours;

    SessionKeyDecryptor(SecretKeys ours) {
        this.ours = ours;
    }

    /** @param protectedHead the head of the integrity-protected packet: 1 byte for version 1, 36 for version 2 */
    PGPSessionKey open(List<byte[]> packets, byte[] protectedHead) throws IOException {
        List<SessionKeyPacket> parsed = new ArrayList<>();
        for (byte[] packet : packets) {
            parsed.add(parsed(packet, protectedHead[0]));
        }
        boolean addressed = false;
        for (SessionKeyPacket packet : parsed) {
            List<UnlockedSecretKey.Pair> meant = ours.decryptingPairs().stream()
                    .filter(pair -> packet.mayMatch(pair.publicKey()))
                    .toList();
            if (!meant.isEmpty()) {
                addressed = true;
                packet.checkStructure();
            }
            for (UnlockedSecretKey.Pair pair : meant) {
                Optional<PGPSessionKey> key = open(packet.body(), protectedHead, pair);
                if (key.isPresent()) {
                    return key.get();
                }
            }
        }
        throw EnvelopeException.invalid(
                addressed
                        ? "The session key for our key does not open"
                        : "The envelope is encrypted to others, not to us (" + ours.fingerprints() + ")");
    }

    private static SessionKeyPacket parsed(byte[] body, int protection) throws EnvelopeException {
        SessionKeyPacket packet = SessionKeyPacket.of(body);
        // version 3 belongs to integrity protection of version 1, version 6 to version 2 (section 10.3.2.1)
        if (packet.version() != (protection == 1 ? 3 : 6)) {
            throw EnvelopeException.invalid("A session key packet of version " + packet.version()
                    + " goes with integrity" + " protection of version " + protection);
        }
        return packet;
    }

    private static Optional<PGPSessionKey> open(byte[] packet, byte[] protectedHead, UnlockedSecretKey.Pair pair)
            throws IOException {
        byte[] sessionKey = Packet.encode(Packet.SESSION_KEY, packet);
        byte[] head = Packet.encode(Packet.INTEGRITY_PROTECTED, protectedHead);
        byte[] beginning = Arrays.copyOf(sessionKey, sessionKey.length + head.length);
        System.arraycopy(head, 0, beginning, sessionKey.length, head.length);
        try {
            for (PGPEncryptedData data : new PGPEncryptedDataList(new ByteArrayInputStream(beginning))) {
                if (data instanceof PGPPublicKeyEncryptedData forKey) {
                    return Optional.of(forKey.getSessionKey(
                            new BcPublicKeyDataDecryptorFactory(new PGPKeyPair(pair.publicKey(), pair.privateKey()))));
                }
            }
        } catch (PGPException | RuntimeException e) {
            // not for this key after all: a hidden recipient is found by trying
            return Optional.empty();
        }
        return Optional.empty();
    }
}
