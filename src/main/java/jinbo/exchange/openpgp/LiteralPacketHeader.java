package jinbo.exchange.openpgp;

import java.nio.ByteBuffer;

/** The beginning of a literal data packet of known length (RFC 9580, sections 4.2.1 and 5.9): binary, without a name or date. */
final class LiteralPacketHeader {

    private static final byte NEW_FORMAT_TAG_11 = (byte) 0xCB;
    private static final byte FIVE_OCTETS = (byte) 0xFF;
    private static final int INSIDE = 6;

    /** What a length of five octets can say. */
    static final long LONGEST_CONTENT = 0xFFFF_FFFFL - INSIDE;

    private LiteralPacketHeader() {}

    static byte[] of(long contentLength) {
        return ByteBuffer.allocate(6 + INSIDE)
                .put(NEW_FORMAT_TAG_11)
                .put(FIVE_OCTETS)
                .putInt((int) (contentLength + INSIDE))
                .put((byte) 'b')
                .put((byte) 0)
                .putInt(0)
                .array();
    }
}
