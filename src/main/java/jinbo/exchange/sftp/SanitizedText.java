package jinbo.exchange.sftp;

import java.text.Normalizer;
import jinbo.reference.phone.PhoneDigits;

/**
 * Text from outside, made fit for a message: file names and servers' texts are the insurer's, and people do name files after
 * the telephone number inside.
 *
 * <p>Whatever could be dialled becomes {@code ***}; the dates and sequence numbers of the exchange's own names stay readable.
 */
public final class SanitizedText {

    private static final int LIMIT = 300;

    private SanitizedText() {}

    public static String of(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(PhoneDigits.masked(text), Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .limit(LIMIT)
                .forEach(c -> plain.appendCodePoint(steers(c) ? '?' : c));
        return plain.toString();
    }

    private static boolean steers(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
