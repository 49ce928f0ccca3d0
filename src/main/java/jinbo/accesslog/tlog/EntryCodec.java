package jinbo.accesslog.tlog;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/** Entries as the bytes that the tree holds: one line of canonical JSON, both ways. */
public final class EntryCodec {

    private EntryCodec() {}

    /** @throws EntryTooLongException if they are more than 65,535 */
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

    /** @throws TlogFormatException if the bytes are not exactly what {@link #write} makes of some entry */
    public static LogEntry read(byte[] bytes) throws TlogFormatException {
        return new EntryParser(bytes).entry();
    }

    static Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            EntryLimits.require(instant.toString().equals(text), "at", "is not in its shortest spelling");
            return instant;
        } catch (DateTimeException notAnInstant) {
            throw new IllegalArgumentException("at is not an instant", notAnInstant);
        }
    }

    /** An entry would have more bytes than the two of its length can tell. */
    public static final class EntryTooLongException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int length;

        EntryTooLongException(long id, int length) {
            super("Access log entry " + id + " would have " + length
                    + " bytes, and 65,535 are the most: give a shorter purpose");
            this.length = length;
        }

        /** How many bytes it would have. */
        public int length() {
            return length;
        }
    }
}
