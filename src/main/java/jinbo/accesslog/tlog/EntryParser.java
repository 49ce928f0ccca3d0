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
}
