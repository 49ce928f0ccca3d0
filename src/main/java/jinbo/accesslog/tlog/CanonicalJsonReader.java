package jinbo.accesslog.tlog;

/**
 * Reads what {@link CanonicalJsonWriter} writes, and refuses every other spelling of the same values: an entry's bytes are hashed,
 * so a second spelling would be a second entry.
 */
final class CanonicalJsonReader {

    private static final String SHORT = "\"\\btnfr";
    private static final String MEANT = "\"\\\b\t\n\f\r";
    private static final int UNICODE = 4;

    private final String line;
    private final String format;
    private int at;

    CanonicalJsonReader(String line, String format) {
        this.line = line;
        this.format = format;
    }

    /** Steps over a text if it stands here. */
    boolean skip(String expected) {
        boolean here = line.startsWith(expected, at);
        at += here ? expected.length() : 0;
        return here;
    }

    void expect(String expected) throws TlogFormatException {
        if (!skip(expected)) {
            throw wrong("is not " + expected);
        }
    }

    void expectEnd() throws TlogFormatException {
        if (at != line.length()) {
            throw wrong("is not the end");
        }
    }

    long number() throws TlogFormatException {
        int end = at;
        while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
            end++;
        }
        long value = Decimal.parse(line.substring(at, end), format, place());
        at = end;
        return value;
    }

    String text() throws TlogFormatException {
        expect("\"");
        StringBuilder text = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return text.toString();
            }
            if (c < ' ') {
                throw wrong("is a control character that is not escaped");
            }
            text.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() throws TlogFormatException {
        char c = next();
        int known = SHORT.indexOf(c);
        if (known >= 0) {
            return MEANT.charAt(known);
        }
        if (c != 'u' || line.length() - at < UNICODE || !line.startsWith("00", at)) {
            throw wrong("is an escape that is not canonical");
        }
        int high = line.charAt(at + 2) - '0';
        int low = "0123456789abcdef".indexOf(line.charAt(at + 3));
        if (high < 0 || high > 1 || low < 0 || MEANT.indexOf(high * 16 + low) >= 0) {
            throw wrong("is an escape that is not canonical");
        }
        at += UNICODE;
        return (char) (high * 16 + low);
    }

    private char next() throws TlogFormatException {
        if (at >= line.length()) {
            throw wrong("is cut off");
        }
        return line.charAt(at++);
    }

    TlogFormatException wrong(String problem) {
        return new TlogFormatException(format, place(), problem);
    }

    private String place() {
        return "character " + (at + 1);
    }
}
