package jinbo.exchange.openpgp;

import java.util.Arrays;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPPublicKey;

/**
 * A public-key encrypted session key packet, of version 3 or 6 (RFC 9580, section 5.1). Of one for others only the head is
 * read: they may have algorithms that are unknown here.
 */
final class SessionKeyPacket {

    private static final int RSA_ENCRYPT_ONLY = 2;
    private static final int X25519_OCTETS = 32;
    private static final int X448_OCTETS = 56;

    private final byte[] body;
    private final int version;
    private final byte[] recipient;
    private final int algorithm;
    private final PacketInput rest;

    private SessionKeyPacket(byte[] body, int version, byte[] recipient, int algorithm, PacketInput rest) {
        this.body = body;
        this.version = version;
        this.recipient = recipient;
        this.algorithm = algorithm;
        this.rest = rest;
    }

    static SessionKeyPacket of(byte[] body) throws EnvelopeException {
        PacketInput packetInput = new PacketInput(body);
        int version = packetInput.readOctet();
        byte[] recipient = switch (version) {
            case 3 -> packetInput.bytes(8);
            case 6 -> fingerprint(packetInput);
            default ->
                throw EnvelopeException.invalid("A session key packet has version " + version + "; 3 and 6 are read");
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

    int version() {
        return version;
    }

    byte[] body() {
        return body.clone();
    }

    /** Whether it is for a key, or may be, because it hides for whom it is. */
    boolean mayMatch(PGPPublicKey key) {
        boolean hidden = Arrays.equals(recipient, new byte[recipient.length]);
        byte[] name = version == 6 ? key.getFingerprint() : keyId(key.getKeyID());
        return key.getAlgorithm() == algorithm && (hidden || Arrays.equals(recipient, name));
    }

    /** Insists on the shape of what is in it, to the last octet. */
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

    private static byte[] keyId(long id) {
        byte[] octets = new byte[8];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (id >>> 56 - 8 * i);
        }
        return octets;
    }
}
