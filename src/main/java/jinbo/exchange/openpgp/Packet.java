package jinbo.exchange.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.bouncycastle.bcpg.BCPGInputStream;

/** One OpenPGP packet: its tag and the stream of its body (RFC 9580, section 4). */
record Packet(int tag, InputStream body) {

    static final int SESSION_KEY = 1;
    static final int SIGNATURE = 2;
    static final int SECRET_KEY = 5;
    static final int PUBLIC_KEY = 6;
    static final int ONE_PASS_SIGNATURE = 4;
    static final int SECRET_SUBKEY = 7;
    static final int COMPRESSED = 8;
    static final int OLD_ENCRYPTED = 9;
    static final int LITERAL = 11;
    static final int TRUST = 12;
    static final int USER_ID = 13;
    static final int PUBLIC_SUBKEY = 14;
    static final int USER_ATTRIBUTE = 17;
    static final int INTEGRITY_PROTECTED = 18;
    static final int GNUPG_OCB = 20;

    /** How many octets fingerprints of a key version have; -1 for an unknown version. */
    static int fingerprintLength(int keyVersion) {
        return switch (keyVersion) {
            case 4 -> 20;
            case 6 -> 32;
            default -> -1;
        };
    }

    /** Reads the whole body. At most 64 KiB, which is more than any session key or signature needs. */
    byte[] readBody() throws IOException {
        int most = 1 << 16;
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw EnvelopeException.invalid("A packet of type " + tag + " is longer than " + most + " bytes");
        }
        return bytes;
    }

    /** Encodes a packet with a definite length, for the library to parse. */
    static byte[] encode(int tag, byte[] body) {
        return ByteBuffer.allocate(body.length + 6)
                .put((byte) (0xc0 | tag))
                .put((byte) 0xff)
                .putInt(body.length)
                .put(body)
                .array();
    }

    BCPGInputStream toBcpgInputStream() throws IOException {
        return new BCPGInputStream(new ByteArrayInputStream(encode(tag, readBody())));
    }
}
