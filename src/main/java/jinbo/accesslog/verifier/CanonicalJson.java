package jinbo.accesslog.verifier;

/**
 * Spells a value in the one way that an entry may be spelled: no blanks, texts escaped as in RFC 8785, 3.2.2.2. Members
 * stay in their order.
 */
final class CanonicalJson {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    static String of(JsonValue value) {
        CanonicalJson json = new CanonicalJson();
        json.value(value);
        return json.out.toString();
    }

    private void value(JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            string(text.value());
        } else if (value instanceof JsonValue.Numeral numeral) {
            out.append(numeral.spelling());
        } else if (value instanceof JsonValue.Literal literal) {
            out.append(literal.text());
        } else if (value instanceof JsonValue.Items items) {
            String separator = "[";
            for (JsonValue item : items.values()) {
                out.append(separator);
                value(item);
                separator = ",";
            }
            out.append(items.values().isEmpty() ? "[]" : "]");
        } else if (value instanceof JsonValue.Members members) {
            members(members);
        }
    }

    private void members(JsonValue.Members members) {
        out.append('{');
        boolean first = true;
        for (var member : members.values().entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string(member.getKey());
            out.append(':');
            value(member.getValue());
        }
        out.append('}');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < ' ') {
                    out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
