package jinbo.accesslog.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An entry of the access log whose fields are valid by {@code exchange-formats/access-log/v1}. */
record LogEntry(Map<EntryField, JsonValue> values) {

    static LogEntry read(byte[] bytes) throws MalformedException {
        String line = new String(bytes, StandardCharsets.UTF_8);
        JsonValue.Members members = JsonReader.readObject(line, Fault.ENTRY_SPELLING);
        // the comparison also detects invalid UTF-8 and lone surrogates
        if (!Arrays.equals(CanonicalJson.of(members).getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new MalformedException(Fault.ENTRY_SPELLING);
        }
        Map<EntryField, JsonValue> values = new EnumMap<>(EntryField.class);
        int previous = -1;
        for (Map.Entry<String, JsonValue> member : members.values().entrySet()) {
            // an unknown name may contain anything, even a phone number, so no message repeats it
            EntryField field =
                    EntryField.of(member.getKey()).orElseThrow(() -> new MalformedException(Fault.ENTRY_FIELD_UNKNOWN));
            if (field.ordinal() <= previous) {
                throw new MalformedException(Fault.ENTRY_FIELD_UNKNOWN);
            }
            if (!field.accepts(member.getValue())) {
                throw new MalformedException(Fault.ENTRY_FIELD_VALUE, field.key());
            }
            previous = field.ordinal();
            values.put(field, member.getValue());
        }
        LogEntry entry = new LogEntry(values);
        entry.checkFields();
        return entry;
    }

    long id() {
        return number(EntryField.ID).orElseThrow();
    }

    Instant at() {
        return Instant.parse(text(EntryField.AT).orElseThrow());
    }

    boolean isIntent() {
        return text(EntryField.PHASE).orElseThrow().equals("INTENT");
    }

    boolean isResult() {
        return text(EntryField.PHASE).orElseThrow().equals("RESULT");
    }

    Optional<String> text(EntryField field) {
        return values.get(field) instanceof JsonValue.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    Optional<Long> number(EntryField field) {
        return values.get(field) instanceof JsonValue.Numeral numeral
                ? Optional.of(Long.parseLong(numeral.spelling()))
                : Optional.empty();
    }

    Map<String, String> list() {
        Map<String, String> list = new LinkedHashMap<>();
        if (values.get(EntryField.LIST) instanceof JsonValue.Members members) {
            members.values().forEach((name, value) -> {
                if (value instanceof JsonValue.Text text) {
                    list.put(name, text.value());
                }
            });
        }
        return list;
    }

    private void checkFields() throws MalformedException {
        for (EntryField field : EntryField.values()) {
            if (!values.containsKey(field)) {
                if (field.isMandatory()) {
                    throw new MalformedException(Fault.ENTRY_FIELD_MISSING, field.key());
                }
            } else if (!belongs(field)) {
                throw new MalformedException(Fault.ENTRY_FIELD_OF_OTHER_PHASE, field.key());
            }
        }
        if (!isIntent() && !values.containsKey(EntryField.OUTCOME)) {
            throw new MalformedException(Fault.ENTRY_FIELD_MISSING, EntryField.OUTCOME.key());
        }
        if (isResult()) {
            long intent = number(EntryField.INTENT)
                    .orElseThrow(() -> new MalformedException(Fault.ENTRY_FIELD_MISSING, EntryField.INTENT.key()));
            if (intent >= id()) {
                throw new MalformedException(Fault.RESULT_BEFORE_INTENT, intent, id());
            }
        }
    }

    private boolean belongs(EntryField field) {
        return switch (field) {
            case INTENT -> isResult();
            case OUTCOME -> !isIntent();
            default -> true;
        };
    }

    /** Writes JSON in canonical spelling: no blanks, texts as in RFC 8785, 3.2.2.2, members in their order. */
    static final class CanonicalJson {

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
}
