package jinbo.intake;

import java.io.IOException;
import java.io.Reader;

/**
 * Text whose separator has been found out by a look at its beginning, which is then read again from memory.
 *
 * <p>Excel writes tabs where it writes UTF-16, and with "Text (Tab delimited)" in any encoding. No column's name holds a
 * comma or a tab, so the first of either decides.
 */
final class SeparatedText extends Reader {

    private static final int PEEKED = 8192;

    private final Reader text;
    private final char[] start = new char[PEEKED];
    private final int startLength;
    private int startRead;

    SeparatedText(Reader text) throws IOException {
        this.text = text;
        this.startLength = Math.max(0, text.read(start, 0, PEEKED));
    }

    char separator() {
        for (int i = 0; i < startLength; i++) {
            if (start[i] == ',' || start[i] == '\t') {
                return start[i];
            }
        }
        return ',';
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (startRead == startLength) {
            return text.read(into, offset, length);
        }
        int count = Math.min(length, startLength - startRead);
        System.arraycopy(start, startRead, into, offset, count);
        startRead += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
