package jinbo.accesslog.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses JSON strictly by RFC 8259; also refuses objects with duplicate names. */
final class JsonReader {

    private static final int MAX_DEPTH = 32;
    private static final int HEX = 16;
    private static final int UNICODE_DIGITS = 4;
    private static final Pattern NUMERAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private final Fault otherwise;
    private int at;

    private JsonReader(String text, Fault otherwise) {
        this.text = text;
        this.otherwise = otherwise;
    }

    static JsonValue.Members readObject(String text, Fault otherwise) throws MalformedException {
        JsonReader reader = new JsonReader(text, otherwise);
        JsonValue value = reader.value(0);
        reader.skipBlanks();
        if (reader.at < text.length() || !(value instanceof JsonValue.Members members)) {
            throw new MalformedException(otherwise);
        }
        return members;
    }

    private JsonValue value(int depth) throws MalformedException {
        if (depth > MAX_DEPTH) {
            throw new MalformedException(otherwise);
        }
        skipBlanks();
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> items(depth);
            case '"' -> new JsonValue.Text(string());
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> numeral();
        };
    }

    private JsonValue members(int depth) throws MalformedException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        at++;
        if (!takes('}')) {
            do {
                skipBlanks();
                String name = string();
                expect(':');
                if (members.put(name, value(depth + 1)) != null) {
                    throw new MalformedException(otherwise);
                }
            } while (takes(','));
            expect('}');
        }
        return new JsonValue.Members(members);
    }

    private JsonValue items(int depth) throws MalformedException {
        List<JsonValue> items = new ArrayList<>();
        at++;
        if (!takes(']')) {
            do {
                items.add(value(depth + 1));
            } while (takes(','));
            expect(']');
        }
        return new JsonValue.Items(items);
    }

    private JsonValue literal(String literal) throws MalformedException {
        if (!text.startsWith(literal, at)) {
            throw new MalformedException(otherwise);
        }
        at += literal.length();
        return new JsonValue.Literal(literal);
    }

    private JsonValue numeral() throws MalformedException {
        Matcher matcher = NUMERAL.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new MalformedException(otherwise);
        }
        at = matcher.end();
        return new JsonValue.Numeral(matcher.group());
    }

    private String string() throws MalformedException {
        if (peek() != '"') {
            throw new MalformedException(otherwise);
        }
        int start = ++at;
        while (peek() >= ' ' && peek() != '"' && peek() != '\\') {
            at++;
        }
        if (peek() == '"') {
            return text.substring(start, at++);
        }
        StringBuilder string = new StringBuilder(text.substring(start, at));
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw new MalformedException(otherwise);
            }
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() throws MalformedException {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new MalformedException(otherwise);
        };
    }

    private char unicode() throws MalformedException {
        int code = 0;
        for (int i = 0; i < UNICODE_DIGITS; i++) {
            char c = peek();
            int digit = c < 128 ? Character.digit(c, HEX) : -1;
            if (digit < 0) {
                throw new MalformedException(otherwise);
            }
            code = code * HEX + digit;
            at++;
        }
        return (char) code;
    }

    private char peek() throws MalformedException {
        if (at >= text.length()) {
            throw new MalformedException(otherwise);
        }
        return text.charAt(at);
    }

    private boolean takes(char c) throws MalformedException {
        skipBlanks();
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char c) throws MalformedException {
        if (!takes(c)) {
            throw new MalformedException(otherwise);
        }
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
