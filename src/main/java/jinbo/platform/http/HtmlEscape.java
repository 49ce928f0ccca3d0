package jinbo.platform.http;

/** Writes texts of other people into HTML as text and nothing else. */
public final class HtmlEscape {

    private HtmlEscape() {}

    /**
     * Escaped for content and quoted attributes; characters that would turn the direction of what follows, hide it or steer
     * something are shown as the replacement character.
     */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isPlain(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
