package jinbo.batch.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes text by its byte order mark, or else in the given encoding, and fails on invalid bytes. Unlike the JDK's
 * reader, it first returns the valid characters before a fault, so that the line of the fault is known.
 */
final class StrictDecodingReader extends Reader {

    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** In code page 936, Windows decodes this byte as the euro sign; GB18030 does not define it. */
    private static final int EURO_OF_WINDOWS = 0x80;

    private static final char EURO = '\u20AC';

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private final CharsetDecoder decoder;
    private final boolean hasByteOrderMark;
    private final boolean gb18030;
    private boolean atStart = true;
    private boolean ended;
    private CoderResult state = CoderResult.UNDERFLOW;

    StrictDecodingReader(InputStream in, UploadEncoding unmarked) throws IOException {
        this.in = in;
        int read = in.readNBytes(bytes.array(), 0, BUFFER);
        bytes.limit(read);
        ended = read < BUFFER;
        Charset named = named(unmarked.charset());
        this.hasByteOrderMark = startsWith(0xEF, 0xBB, 0xBF) || !named.equals(unmarked.charset());
        this.gb18030 = named.equals(UploadEncoding.GB18030.charset());
        this.decoder = named.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** True if the encoding is certain, so that no other one must be tried. */
    boolean hasByteOrderMark() {
        return hasByteOrderMark;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (state.isError()) {
            state.throwException();
        }
        CharBuffer chars = CharBuffer.wrap(into, offset, length).slice();
        while (chars.position() == 0) {
            state = decode(chars);
            dropMark(chars);
            if (chars.position() > 0) {
                break;
            }
            if (state.isError()) {
                state.throwException();
            }
            if (ended) {
                return -1;
            }
            refill();
        }
        return chars.position();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private CoderResult decode(CharBuffer chars) {
        CoderResult result = decoder.decode(bytes, chars, ended);
        while (result.isError() && isEuroOfWindows()) {
            if (!chars.hasRemaining()) {
                return CoderResult.OVERFLOW;
            }
            bytes.get();
            chars.put(EURO);
            result = decoder.decode(bytes, chars, ended);
        }
        return result;
    }

    private boolean isEuroOfWindows() {
        return gb18030 && Byte.toUnsignedInt(bytes.get(bytes.position())) == EURO_OF_WINDOWS;
    }

    private void dropMark(CharBuffer chars) {
        if (atStart && chars.position() > 0) {
            atStart = false;
            if (chars.get(0) == BYTE_ORDER_MARK) {
                int end = chars.position();
                chars.position(1).limit(end).compact();
                chars.limit(chars.capacity());
            }
        }
    }

    private void refill() throws IOException {
        bytes.compact();
        int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < bytes.remaining();
        bytes.position(bytes.position() + read);
        bytes.flip();
    }

    private Charset named(Charset unmarked) {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(0xFE, 0xFF) ? StandardCharsets.UTF_16BE : unmarked;
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.limit() || Byte.toUnsignedInt(bytes.get(i)) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
