package jinbo.exchange.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;

/** Decrypts the session key of an envelope with that one of our keys for which a session key packet was made. */
record SessionKeyDecryptor(SecretKeys ours) {

    /** @param protectedHead the head of the integrity-protected packet: 1 byte for version 1, 36 for version 2 */
    PGPSessionKey open(List<byte[]> packets, byte[] protectedHead) throws IOException {
        List<SessionKeyPacket> parsed = new ArrayList<>();
        for (byte[] body : packets) {
            SessionKeyPacket packet = SessionKeyPacket.parse(body);
            // version 3 belongs to integrity protection of version 1, version 6 to version 2 (section 10.3.2.1)
            if (packet.version() != (protectedHead[0] == 1 ? 3 : 6)) {
                throw EnvelopeException.invalid("A session key packet of version " + packet.version()
                        + " goes with integrity protection of version " + protectedHead[0]);
            }
            parsed.add(packet);
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
            // the packet is not for this key; to find a hidden recipient, all keys are tried
            return Optional.empty();
        }
        return Optional.empty();
    }

    /**
     * A public-key encrypted session key packet of version 3 or 6 (RFC 9580, section 5.1). If it is for another
     * recipient, only its head is read, because its algorithm may be unknown to this program.
     */
    private record SessionKeyPacket(byte[] body, int version, byte[] recipient, int algorithm, PacketInput rest) {

        private static final int RSA_ENCRYPT_ONLY = 2;
        private static final int X25519_OCTETS = 32;
        private static final int X448_OCTETS = 56;

        static SessionKeyPacket parse(byte[] body) throws EnvelopeException {
            PacketInput packetInput = new PacketInput(body);
            int version = packetInput.readOctet();
            byte[] recipient = switch (version) {
                case 3 -> packetInput.bytes(8);
                case 6 -> fingerprint(packetInput);
                default ->
                    throw EnvelopeException.invalid(
                            "A session key packet has version " + version + "; 3 and 6 are read");
            };
            return new SessionKeyPacket(body, version, recipient, packetInput.readOctet(), packetInput);
        }

        private static byte[] fingerprint(PacketInput packetInput) throws EnvelopeException {
            int length = packetInput.readOctet();
            if (length == 0) {
                return new byte[0];
            }
            int keyVersion = packetInput.readOctet();
            if (Packet.fingerprintLength(keyVersion) != length - 1) {
                throw EnvelopeException.invalid("A session key packet names its recipient by no fingerprint");
            }
            return packetInput.bytes(length - 1L);
        }

        /** True if the packet is for this key, or hides its recipient and so may be for this key. */
        boolean mayMatch(PGPPublicKey key) {
            boolean hidden = Arrays.equals(recipient, new byte[recipient.length]);
            byte[] name = version == 6
                    ? key.getFingerprint()
                    : ByteBuffer.allocate(Long.BYTES).putLong(key.getKeyID()).array();
            return key.getAlgorithm() == algorithm && (hidden || Arrays.equals(recipient, name));
        }

        void checkStructure() throws EnvelopeException {
            switch (algorithm) {
                case PublicKeyAlgorithmTags.RSA_GENERAL, RSA_ENCRYPT_ONLY -> rest.skipMultiprecisionInteger();
                case PublicKeyAlgorithmTags.ECDH -> {
                    rest.skipMultiprecisionInteger();
                    rest.bytes(rest.readOctet());
                }
                case PublicKeyAlgorithmTags.X25519 -> wrapped(X25519_OCTETS);
                case PublicKeyAlgorithmTags.X448 -> wrapped(X448_OCTETS);
                default ->
                    throw EnvelopeException.invalid("A session key has the algorithm " + algorithm + ", unknown here");
            }
            if (rest.remaining() > 0) {
                throw EnvelopeException.invalid("Something follows within the packet of a session key");
            }
        }

        private void wrapped(int ephemeral) throws EnvelopeException {
            rest.bytes(ephemeral);
            rest.bytes(rest.readOctet());
        }
    }
}
