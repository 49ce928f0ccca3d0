package jinbo.drop;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text from outside, made fit for a message: file names and servers' texts are the insurer's, and people do name files after
 * the telephone number inside.
 *
 * <p>Whatever could be read as a mobile number becomes {@code ***}, in any kind of digits and with the usual separators; the
 * dates and sequence numbers of the exchange's own names stay readable.
 */
final class ShownText {

    private static final int LIMIT = 300;
    private static final Pattern NUMBER =
            Pattern.compile("\\d{11,}|(?<!\\d)(?:(?:00|\\+)?86[-_. ()/]?)?1[3-9](?:[-_. ()/]?\\d){9}");

    private ShownText() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .limit(LIMIT)
                .forEach(c -> {
                    if (Character.isDigit(c)) {
                        plain.append(Character.digit(c, 10));
                    } else if (Character.getType(c) != Character.FORMAT) {
                        plain.appendCodePoint(Character.isISOControl(c) ? '?' : c);
                    }
                });
        return NUMBER.matcher(plain).replaceAll("***");
    }
}
