package jinbo.reference.phone;

/** Normalizes a typed cell: removes invisible characters and Excel's guards, maps look-alike characters to ASCII. */
final class TextNormalizer {

    /** A number with country code, extension and separators has about 30 characters. */
    static final int LONGEST = 64;

    private static final char BLANK = ' ';
    private static final char LINE_BREAK = '\n';
    private static final char NOT_OF_A_NUMBER = '\uFFFD';

    private TextNormalizer() {}

    /**
     * Returns more than {@link #LONGEST} characters if the text is too long, and no characters if it has only blanks,
     * guards and dashes.
     */
    static String normalize(CharSequence typed) {
        String text = withoutGuard(withoutGuard(fold(typed)));
        boolean dashesOnly = text.length() <= LONGEST && text.chars().allMatch(c -> c == '-' || c == BLANK);
        return dashesOnly ? "" : text;
    }

    private static String fold(CharSequence typed) {
        StringBuilder folded = new StringBuilder(LONGEST);
        char gap = 0;
        int codePoint;
        for (int i = 0; i < typed.length() && folded.length() <= LONGEST; i += Character.charCount(codePoint)) {
            codePoint = Character.codePointAt(typed, i);
            char c = fold(codePoint);
            if (c == BLANK || c == LINE_BREAK) {
                gap = gap == LINE_BREAK ? gap : c;
            } else if (!isInvisible(codePoint)) {
                if (gap != 0 && !folded.isEmpty()) {
                    folded.append(gap);
                }
                gap = 0;
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private static char fold(int codePoint) {
        if (codePoint > ' ' && codePoint < 0x7F) {
            return (char) codePoint;
        }
        if (codePoint >= 0xFF01 && codePoint <= 0xFF5E) {
            return (char) (codePoint - 0xFEE0);
        }
        return switch (codePoint) {
            case '\n', '\r', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> LINE_BREAK;
            case '\t' -> BLANK;
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFE63 -> '-';
            case 0x2018, 0x2019 -> '\'';
            case 0x201C, 0x201D -> '"';
            default -> {
                if (Character.isSpaceChar(codePoint)) {
                    yield BLANK;
                }
                yield Character.isBmpCodePoint(codePoint) ? (char) codePoint : NOT_OF_A_NUMBER;
            }
        };
    }

    /** True for Unicode format characters, except those that are visible (Prepended_Concatenation_Mark). */
    private static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                && switch (codePoint) {
                    case 0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605 -> false;
                    case 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD -> false;
                    default -> true;
                };
    }

    private static String withoutGuard(String text) {
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 2) {
            return text.substring(2, text.length() - 1).strip();
        }
        if (isPair(text, '"') || isPair(text, '\'')) {
            return text.substring(1, text.length() - 1).strip();
        }
        return text.startsWith("'") ? text.substring(1).strip() : text;
    }

    private static boolean isPair(String text, char quote) {
        return text.length() > 1 && text.charAt(0) == quote && text.charAt(text.length() - 1) == quote;
    }
}
