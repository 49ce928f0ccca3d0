package jinbo.exchange.openpgp;

import java.util.ArrayList;
import java.util.List;

/** Finds the packets of valid binary messages, and the parts of partial bodies. */
final class PacketMap {

    /** A whole packet or a part of one. */
    record Piece(int tag, int begin, int bodyBegin, int end) {}

    private PacketMap() {}

    static List<Piece> of(byte[] message) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        int tag = 0;
        boolean goesOn = false;
        while (at < message.length) {
            int begin = at;
            if (!goesOn) {
                int head = message[at++] & 0xff;
                tag = (head & 0x40) != 0 ? head & 0x3f : head >> 2 & 0x0f;
                if ((head & 0x40) == 0) {
                    int octets = 1 << (head & 3);
                    int length = number(message, at, octets);
                    at += octets;
                    pieces.add(new Piece(tag, begin, at, at + length));
                    at += length;
                    continue;
                }
            }
            int first = message[at++] & 0xff;
            goesOn = first >= 224 && first < 255;
            int length = goesOn ? 1 << (first & 0x1f) : first;
            if (first >= 192 && first < 224) {
                length = (first - 192 << 8) + (message[at++] & 0xff) + 192;
            } else if (first == 255) {
                length = number(message, at, 4);
                at += 4;
            }
            pieces.add(new Piece(tag, begin, at, at + length));
            at += length;
        }
        return pieces;
    }

    private static int number(byte[] message, int at, int octets) {
        int number = 0;
        for (int i = 0; i < octets; i++) {
            number = number << 8 | message[at + i] & 0xff;
        }
        return number;
    }
}
