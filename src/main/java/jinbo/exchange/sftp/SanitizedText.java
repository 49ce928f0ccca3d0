package jinbo.exchange.sftp;

import java.text.Normalizer;
import jinbo.reference.phone.PhoneDigits;

/** Makes file names and texts of servers safe for messages: masks possible phone numbers, but not dates. */
public final class SanitizedText {

    private static final int LIMIT = 300;

    private SanitizedText() {}

    public static String of(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(PhoneDigits.masked(text), Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .limit(LIMIT)
                .forEach(c -> plain.appendCodePoint(isControl(c) ? '?' : c));
        return plain.toString();
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
