package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EntryCodecTest {

    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static final String INTENT =
            "{\"format\":\"access-log-entry/v1\",\"id\":17,\"at\":\"2026-10-12T01:30:00Z\","
                    + "\"phase\":\"INTENT\",\"actor\":\"batch\",\"role\":\"BATCH\",\"action\":\"TAKE_IN\",\"purpose\":\"why\"}";

    private static final String RESULT = "{\"format\":\"access-log-entry/v1\",\"id\":18,"
            + "\"at\":\"2026-10-12T01:30:00.500Z\",\"phase\":\"RESULT\",\"intent\":17,\"actor\":\"batch\","
            + "\"role\":\"BATCH\",\"os_user\":\"jinbo\",\"confirmed_by\":\"li\",\"action\":\"TAKE_IN\",\"purpose\":\"why\","
            + "\"insurer\":\"YUNHE\",\"object\":\"a file\",\"outcome\":\"ACCEPTED\",\"numbers\":80,"
            + "\"subject\":\"202610:" + HASH + "\","
            + "\"acts\":{\"batch\":3,\"revision\":3,\"count\":66,\"digest\":\"" + HASH + "\"},"
            + "\"list\":{\"sequence\":\"1\",\"sha256\":\"" + HASH + "\"}}";

    @Test
    void omitsAbsentFields() {
        assertThat(text(intent("why"))).isEqualTo(INTENT);
    }

    @Test
    void writesFieldsInOrder() {
        LogEntry entry = new LogEntry(
                18,
                Instant.parse("2026-10-12T01:30:00.500Z"),
                LogEntry.Phase.RESULT,
                OptionalLong.of(17),
                new LogEntry.Actor("batch", LogEntry.Role.BATCH, Optional.of("jinbo"), Optional.of("li")),
                new LogEntry.Access("TAKE_IN", "why", Optional.of("YUNHE"), Optional.of("a file")),
                Optional.of("ACCEPTED"),
                OptionalLong.of(80),
                Optional.of(new LogEntry.Subject(202_610, HASH)),
                Optional.of(new LogEntry.Registrations(3, 3, 66, HASH)),
                new TreeMap<>(Map.of("sha256", HASH, "sequence", "1")));

        assertThat(text(entry)).isEqualTo(RESULT);
    }

    /** The example of RFC 8785, 3.2.2. */
    @Test
    void escapesTextAsInRfc8785() {
        String purpose = "\u20ac$\u000f\nA'B\"\\\\\"/";

        assertThat(text(intent(purpose))).contains("\"purpose\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
        assertThat(read(text(intent(purpose)))).isEqualTo(purpose);
    }

    @Test
    void keepsEveryUnicodeCharacter() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character += character < 0x3000 ? 1 : 0x101) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                String purpose = Character.toString(character);
                assertThat(read(text(intent(purpose)))).isEqualTo(purpose);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-12T01:30:00Z, 2026-10-12T01:30:00Z",
        "2026-10-12T01:30:00.5Z, 2026-10-12T01:30:00.500Z",
        "2026-10-12T01:30:00.000001Z, 2026-10-12T01:30:00.000001Z",
        "2026-10-12T01:30:00.000001999Z, 2026-10-12T01:30:00.000001Z",
        "2026-10-12T09:30:00+08:00, 2026-10-12T01:30:00Z",
    })
    void writesTimeInUtcMicrosecondsWithFewestDigits(String given, String written) {
        assertThat(text(intent(Instant.from(java.time.OffsetDateTime.parse(given)), "why")))
                .contains("\"at\":\"" + written + "\"");
    }

    @Test
    void refusesEntryOfMoreThan65535Bytes() {
        int room = 65_535 - INTENT.length() + "why".length();

        assertThat(EntryCodec.write(intent("w".repeat(room)))).hasSize(65_535);
        assertThatThrownBy(() -> EntryCodec.write(intent("w".repeat(room + 1))))
                .isInstanceOf(EntryCodec.EntryTooLongException.class)
                .hasMessageContaining("65536 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ud83d", "a\udcdeb"})
    void refusesEmptyTextAndLoneSurrogate(String text) {
        assertThatThrownBy(() -> intent(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogEntry.Actor(text, LogEntry.Role.BATCH, Optional.empty(), Optional.empty()))
                .hasMessageStartingWith("actor");
        assertThatThrownBy(() -> new LogEntry.Actor("a", LogEntry.Role.BATCH, Optional.of(text), Optional.empty()))
                .hasMessageStartingWith("os_user");
    }

    private static LogEntry intent(String purpose) {
        return intent(Instant.parse("2026-10-12T01:30:00Z"), purpose);
    }

    private static LogEntry intent(Instant at, String purpose) {
        return new LogEntry(
                17,
                at,
                LogEntry.Phase.INTENT,
                OptionalLong.empty(),
                new LogEntry.Actor("batch", LogEntry.Role.BATCH, Optional.empty(), Optional.empty()),
                new LogEntry.Access("TAKE_IN", purpose, Optional.empty(), Optional.empty()),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
    }

    private static String text(LogEntry entry) {
        return new String(EntryCodec.write(entry), StandardCharsets.UTF_8);
    }

    /** The purpose as another JSON reader reads it. */
    private static String read(String line) {
        return JsonMapper.shared().readTree(line).get("purpose").stringValue();
    }
}
