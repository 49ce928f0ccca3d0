package jinbo.accesslog.tlog;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The fields of an entry's line, one after the other in their only order. */
final class EntryParser {

    private static final String FORMAT = LogEntry.FORMAT;

    private final byte[] bytes;
    private final CanonicalJsonReader json;

    EntryParser(byte[] bytes) throws TlogFormatException {
        this.bytes = bytes;
        this.json = new CanonicalJsonReader(Utf8Text.decode(bytes, EntryBundle.MOST_ENTRY_BYTES, FORMAT), FORMAT);
    }

    LogEntry entry() throws TlogFormatException {
        try {
            LogEntry entry = fields();
            if (!Arrays.equals(EntryCodec.write(entry), bytes)) {
                throw new TlogFormatException(FORMAT, "the line", "is not in its canonical spelling");
            }
            return entry;
        } catch (IllegalArgumentException impossible) {
            throw new TlogFormatException(FORMAT, "the entry", "cannot be: " + impossible.getMessage());
        }
    }

    private LogEntry fields() throws TlogFormatException {
        json.expect("{\"format\":\"" + FORMAT + "\"");
        json.expect(",\"id\":");
        long id = json.number();
        Instant at = EntryCodec.instant(text("at"));
        LogEntry.Phase phase = constant("phase", LogEntry.Phase.values());
        OptionalLong intent = optionalNumber("intent");
        LogEntry.Actor actor = new LogEntry.Actor(
                text("actor"),
                constant("role", LogEntry.Role.values()),
                optionalText("os_user"),
                optionalText("confirmed_by"));
        LogEntry.Access access =
                new LogEntry.Access(text("action"), text("purpose"), optionalText("insurer"), optionalText("object"));
        Optional<String> outcome = optionalText("outcome");
        OptionalLong numbers = optionalNumber("numbers");
        Optional<LogEntry.Subject> subject = optionalText("subject").map(LogEntry.Subject::parse);
        Optional<LogEntry.Registrations> acts = json.skip(",\"acts\":") ? Optional.of(acts()) : Optional.empty();
        SortedMap<String, String> list = json.skip(",\"list\":") ? list() : new TreeMap<>();
        json.expect("}");
        json.expectEnd();
        return new LogEntry(id, at, phase, intent, actor, access, outcome, numbers, subject, acts, list);
    }

    private LogEntry.Registrations acts() throws TlogFormatException {
        json.expect("{\"batch\":");
        long batch = json.number();
        json.expect(",\"revision\":");
        long revision = json.number();
        json.expect(",\"count\":");
        long count = json.number();
        String digest = text("digest");
        json.expect("}");
        return new LogEntry.Registrations(batch, revision, count, digest);
    }

    private SortedMap<String, String> list() throws TlogFormatException {
        SortedMap<String, String> list = new TreeMap<>();
        json.expect("{");
        do {
            String name = json.text();
            json.expect(":");
            list.put(name, json.text());
        } while (json.skip(","));
        json.expect("}");
        return list;
    }

    private String text(String name) throws TlogFormatException {
        json.expect(",\"" + name + "\":");
        return json.text();
    }

    private <E extends Enum<E>> E constant(String name, E[] constants) throws TlogFormatException {
        String text = text(name);
        return Stream.of(constants)
                .filter(constant -> constant.name().equals(text))
                .findAny()
                .orElseThrow(() -> new TlogFormatException(FORMAT, name, "is none of the words that it may be"));
    }

    private Optional<String> optionalText(String name) throws TlogFormatException {
        return json.skip(",\"" + name + "\":") ? Optional.of(json.text()) : Optional.empty();
    }

    private OptionalLong optionalNumber(String name) throws TlogFormatException {
        return json.skip(",\"" + name + "\":") ? OptionalLong.of(json.number()) : OptionalLong.empty();
    }

    /**
     * Reads what {@link CanonicalJsonWriter} writes, and refuses every other spelling of the same values: an entry's
     * bytes are hashed, so a second spelling would be a second entry.
     */
    static final class CanonicalJsonReader {

        private static final String SHORT = "\"\\btnfr";
        private static final String MEANT = "\"\\\b\t\n\f\r";
        private static final int UNICODE = 4;

        private final String line;
        private final String format;
        private int at;

        CanonicalJsonReader(String line, String format) {
            this.line = line;
            this.format = format;
        }

        /** Steps over a text if it stands here. */
        boolean skip(String expected) {
            boolean here = line.startsWith(expected, at);
            at += here ? expected.length() : 0;
            return here;
        }

        void expect(String expected) throws TlogFormatException {
            if (!skip(expected)) {
                throw wrong("is not " + expected);
            }
        }

        void expectEnd() throws TlogFormatException {
            if (at != line.length()) {
                throw wrong("is not the end");
            }
        }

        long number() throws TlogFormatException {
            int end = at;
            while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
                end++;
            }
            long value = Decimal.parse(line.substring(at, end), format, place());
            at = end;
            return value;
        }

        String text() throws TlogFormatException {
            expect("\"");
            StringBuilder text = new StringBuilder();
            while (true) {
                char c = next();
                if (c == '"') {
                    return text.toString();
                }
                if (c < ' ') {
                    throw wrong("is a control character that is not escaped");
                }
                text.append(c == '\\' ? escaped() : c);
            }
        }

        private char escaped() throws TlogFormatException {
            char c = next();
            int known = SHORT.indexOf(c);
            if (known >= 0) {
                return MEANT.charAt(known);
            }
            if (c != 'u' || line.length() - at < UNICODE || !line.startsWith("00", at)) {
                throw wrong("is an escape that is not canonical");
            }
            int high = line.charAt(at + 2) - '0';
            int low = "0123456789abcdef".indexOf(line.charAt(at + 3));
            if (high < 0 || high > 1 || low < 0 || MEANT.indexOf(high * 16 + low) >= 0) {
                throw wrong("is an escape that is not canonical");
            }
            at += UNICODE;
            return (char) (high * 16 + low);
        }

        private char next() throws TlogFormatException {
            if (at >= line.length()) {
                throw wrong("is cut off");
            }
            return line.charAt(at++);
        }

        TlogFormatException wrong(String problem) {
            return new TlogFormatException(format, place(), problem);
        }

        private String place() {
            return "character " + (at + 1);
        }
    }
}
