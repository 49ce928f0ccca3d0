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
        PacketInput octets = new PacketInput(body);
        int version = octets.octet();
        byte[] recipient = switch (version) {
            case 3 -> octets.bytes(8);
            case 6 -> fingerprint(octets);
            default ->
                throw EnvelopeException.invalid("A session key packet has version " + version + "; 3 and 6 are read");
        };
        return new SessionKeyPacket(body, version, recipient, octets.octet(), octets);
    }

    private static byte[] fingerprint(PacketInput octets) throws EnvelopeException {
        int length = octets.octet();
        if (length == 0) {
            return new byte[0];
        }
        int keyVersion = octets.octet();
        if (Packet.fingerprintLength(keyVersion) != length - 1) {
            throw EnvelopeException.invalid("A session key packet names its recipient by no fingerprint");
        }
        return octets.bytes(length - 1L);
    }

    int version() {
        return version;
    }

    byte[] body() {
        return body.clone();
    }

    /** Whether it is for a key, or may be, because it hides for whom it is. */
    boolean mayBeFor(PGPPublicKey key) {
        boolean hidden = Arrays.equals(recipient, new byte[recipient.length]);
        byte[] name = version == 6 ? key.getFingerprint() : keyId(key.getKeyID());
        return key.getAlgorithm() == algorithm && (hidden || Arrays.equals(recipient, name));
    }

    /** Insists on the shape of what is in it, to the last octet. */
    void checkShape() throws EnvelopeException {
        switch (algorithm) {
            case PublicKeyAlgorithmTags.RSA_GENERAL, RSA_ENCRYPT_ONLY -> rest.bigNumber();
            case PublicKeyAlgorithmTags.ECDH -> {
                rest.bigNumber();
                rest.bytes(rest.octet());
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
        rest.bytes(rest.octet());
    }

    private static byte[] keyId(long id) {
        byte[] octets = new byte[8];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (id >>> 56 - 8 * i);
        }
        return octets;
    }
}
