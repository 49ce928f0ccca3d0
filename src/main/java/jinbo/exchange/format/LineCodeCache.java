package jinbo.exchange.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.reference.business.LineCode;

/** Reads lines of business from bytes: the same few for millions of rows. Not for several threads at once. */
final class LineCodeCache {

    private final List<LineCode> known = new ArrayList<>();

    /** The code that the bytes spell; empty if they spell none. */
    Optional<LineCode> find(byte[] from, int begin, int end) {
        for (LineCode code : known) {
            if (spells(code.value(), from, begin, end)) {
                return Optional.of(code);
            }
        }
        String text = new String(from, begin, Math.max(end - begin, 0), StandardCharsets.ISO_8859_1);
        if (!LineCode.isCode(text)) {
            return Optional.empty();
        }
        LineCode added = new LineCode(text);
        known.add(added);
        return Optional.of(added);
    }

    private static boolean spells(String code, byte[] from, int begin, int end) {
        if (code.length() != end - begin) {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) != from[begin + i]) {
                return false;
            }
        }
        return true;
    }
}
