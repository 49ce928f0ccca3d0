package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;

/** Reads the CRLF-terminated rows of a list into a reused array. */
final class RowReader {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int begin;
    private int end;
    private int filled;
    private long rows;

    RowReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    byte[] bytes() {
        return buffer;
    }

    int begin() {
        return begin;
    }

    /** The position of the row's CRLF. */
    int end() {
        return end - 2;
    }

    /** The line of the row in the file; the header is line 1. */
    String place() {
        return "line " + (rows + 1);
    }

    /** @throws FormatException if the row is too long, or not terminated by CRLF */
    boolean next() throws IOException, FormatException {
        begin = end;
        if (filled - begin < longest) {
            fill();
        }
        if (begin == filled) {
            return false;
        }
        rows++;
        int limit = Math.min(filled, begin + longest);
        end = begin;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        end++;
        if (end > limit || end - begin < 2 || buffer[end - 2] != '\r') {
            throw new FormatException(Manifest.FORMAT, place(), "is cut short, too long or not ended by CR LF");
        }
        return true;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, begin, buffer, 0, filled - begin);
        filled -= begin;
        begin = 0;
        filled += in.readNBytes(buffer, filled, buffer.length - filled);
    }
}
