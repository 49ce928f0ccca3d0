package jinbo.accesslog.tlog;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Encodes an entry for the tree, as one line of canonical JSON; {@code accesslog.verifier} decodes it. */
public final class EntryCodec {

    private EntryCodec() {}

    /** @throws EntryTooLongException if the encoded entry has more than 65,535 bytes */
    public static byte[] write(LogEntry entry) {
        CanonicalJsonWriter line = new CanonicalJsonWriter()
                .text("format", LogEntry.FORMAT)
                .number("id", entry.id())
                .text("at", entry.at().toString())
                .text("phase", entry.phase().name());
        entry.intent().ifPresent(id -> line.number("intent", id));
        line.text("actor", entry.actor().name())
                .text("role", entry.actor().role().name());
        entry.actor().osUser().ifPresent(user -> line.text("os_user", user));
        entry.actor().confirmedBy().ifPresent(second -> line.text("confirmed_by", second));
        line.text("action", entry.access().action())
                .text("purpose", entry.access().purpose());
        entry.access().insurer().ifPresent(code -> line.text("insurer", code));
        entry.access().object().ifPresent(name -> line.text("object", name));
        entry.outcome().ifPresent(outcome -> line.text("outcome", outcome));
        entry.numbers().ifPresent(count -> line.number("numbers", count));
        entry.subject().ifPresent(subject -> line.text("subject", subject.toString()));
        entry.acts().ifPresent(acts -> line.object("acts", acts(acts)));
        if (!entry.list().isEmpty()) {
            line.object("list", list(entry.list()));
        }
        byte[] bytes = line.end().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > EntryBundle.MOST_ENTRY_BYTES) {
            throw new EntryTooLongException(entry.id(), bytes.length);
        }
        return bytes;
    }

    private static CanonicalJsonWriter acts(LogEntry.Registrations acts) {
        return new CanonicalJsonWriter()
                .number("batch", acts.batch())
                .number("revision", acts.revision())
                .number("count", acts.count())
                .text("digest", acts.digest());
    }

    private static CanonicalJsonWriter list(Map<String, String> list) {
        CanonicalJsonWriter line = new CanonicalJsonWriter();
        list.forEach(line::text);
        return line;
    }

    public static final class EntryTooLongException extends RuntimeException {

        EntryTooLongException(long id, int length) {
            super("Access log entry " + id + " would have " + length
                    + " bytes, and 65,535 are the most: give a shorter purpose");
        }
    }

    /** Writes a JSON object without blanks; members in the order of the calls, texts as in RFC 8785, 3.2.2.2. */
    static final class CanonicalJsonWriter {

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
}
