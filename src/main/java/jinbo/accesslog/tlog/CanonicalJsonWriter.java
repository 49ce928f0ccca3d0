package jinbo.accesslog.tlog;

import java.util.Map;

/** Writes an object of a fixed field order as one line without blanks; texts as RFC 8785, 3.2.2.2 has them. */
final class CanonicalJsonWriter {

    private static final Map<Character, String> SHORT =
            Map.of('"', "\\\"", '\\', "\\\\", '\b', "\\b", '\t', "\\t", '\n', "\\n", '\f', "\\f", '\r', "\\r");

    private final StringBuilder line = new StringBuilder("{");
    private boolean first = true;

    CanonicalJsonWriter text(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    CanonicalJsonWriter number(String name, long value) {
        name(name);
        line.append(value);
        return this;
    }

    CanonicalJsonWriter object(String name, CanonicalJsonWriter object) {
        name(name);
        line.append(object.end());
        return this;
    }

    String end() {
        return line + "}";
    }

    private void name(String name) {
        if (!first) {
            line.append(',');
        }
        first = false;
        quote(name);
        line.append(':');
    }

    private void quote(String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String escape = SHORT.get(c);
            if (escape != null) {
                line.append(escape);
            } else if (c < ' ') {
                line.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                line.append(c);
            }
        }
        line.append('"');
    }
}
