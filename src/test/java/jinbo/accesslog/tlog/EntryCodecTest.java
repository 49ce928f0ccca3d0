package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void what_does_not_exist_is_left_out() {
        assertThat(text(intent("why"))).isEqualTo(INTENT);
    }

    @Test
    void every_field_stands_in_its_place() throws TlogFormatException {
        LogEntry entry = read(RESULT);

        assertThat(entry.intent()).hasValue(17);
        assertThat(entry.actor())
                .isEqualTo(new LogEntry.Actor("batch", LogEntry.Role.BATCH, Optional.of("jinbo"), Optional.of("li")));
        assertThat(entry.access())
                .isEqualTo(new LogEntry.Access("TAKE_IN", "why", Optional.of("YUNHE"), Optional.of("a file")));
        assertThat(entry.outcome()).contains("ACCEPTED");
        assertThat(entry.numbers()).hasValue(80);
        assertThat(entry.subject()).contains(new LogEntry.Subject(202_610, HASH));
        assertThat(entry.acts()).contains(new LogEntry.Registrations(3, 3, 66, HASH));
        assertThat(entry.list()).containsEntry("sequence", "1").containsEntry("sha256", HASH);
        assertThat(text(entry)).isEqualTo(RESULT);
    }

    @Test
    void entries_of_every_kind_are_read_as_they_were_written() throws TlogFormatException {
        for (LogEntry entry : SampleLog.entries()) {
            assertThat(EntryCodec.read(EntryCodec.write(entry))).isEqualTo(entry);
        }
    }

    /** The example of RFC 8785, 3.2.2. */
    @Test
    void texts_are_escaped_as_the_rfc_has_them() throws TlogFormatException {
        String purpose = "\u20ac$\u000f\nA'B\"\\\\\"/";

        assertThat(text(intent(purpose))).contains("\"purpose\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
        assertThat(read(text(intent(purpose))).access().purpose()).isEqualTo(purpose);
    }

    @Test
    void every_character_of_every_plane_survives() throws TlogFormatException {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character += character < 0x3000 ? 1 : 0x101) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                String purpose = Character.toString(character);
                assertThat(read(text(intent(purpose))).access().purpose()).isEqualTo(purpose);
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
    void time_is_utc_to_the_microsecond_in_as_few_digits_as_hold_it(String given, String written) {
        assertThat(text(intent(Instant.from(java.time.OffsetDateTime.parse(given)), "why")))
                .contains("\"at\":\"" + written + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"format\" | { \"format\"",
                "\"id\":17 | \"id\": 17",
                "\"id\":17 | \"id\":017",
                "\"id\":17 | \"id\":-17",
                "\"id\":17 | \"id\":17.0",
                "\"id\":17 | \"id\":1.7e1",
                "\"id\":17 | \"id\":\"17\"",
                "\"id\":17 | \"id\":9007199254740992",
                "\"id\":17 | \"id\":99999999999999999999",
                "\"id\":17 | \"id\":",
                "\"id\":17, | \"id\":17,\"id\":17,",
                "\"id\":17, | ``",
                "entry/v1 | entry/v2",
                "01:30:00Z | 01:30:00+00:00",
                "01:30:00Z | 01:30:00.0Z",
                "01:30:00Z | 01:30:00.000Z",
                "01:30:00Z | 01:30:00.000000001Z",
                "01:30:00Z | 01:30Z",
                "01:30:00Z | 24:00:00Z",
                "2026-10-12T | 2026-02-29T",
                "2026-10-12T | +12026-10-12T",
                "2026-10-12T | -0001-10-12T",
                "INTENT | intent",
                "INTENT | ATTEMPT",
                "INTENT | RESULT",
                "INTENT | REFUSAL",
                "\"phase\":\"INTENT\" | \"phase\":\"INTENT\",\"intent\":3",
                "\"phase\":\"INTENT\" | \"phase\":null",
                "\"role\":\"BATCH\" | \"role\":\"ADMIN\"",
                "\"actor\":\"batch\" | \"actor\":\"\"",
                "\"actor\":\"batch\",\"role\":\"BATCH\" | \"role\":\"BATCH\",\"actor\":\"batch\"",
                "why | wh\\u0079",
                "why | why\\/",
                "why | why\\u000A",
                "why | why\\u000a",
                "why | why\\u001G",
                "why | why\\u00",
                "why | why\\u007f",
                "why | why\\ud83d\\udcde",
                "why | why\\ud83d",
                "why | why\\x",
                "why\" | why",
                "why\"} | why\",\"outcome\":\"x\"}",
                "why\"} | why\",\"object\":\"o\",\"insurer\":\"YUNHE\"}",
                "why\"} | why\",\"note\":\"x\"}",
                "why\"} | why\",\"list\":{}}",
                "why\"} | why\",\"list\":{\"sequence\":1}}",
                "why\"} | why\",\"list\":{\"sequence\":\"1\",\"entries\":\"2\"}}",
                "why\"} | why\",\"list\":{\"sequence\":\"1\",\"sequence\":\"1\"}}",
                "why\"} | why\",\"list\":{\"Sequence\":\"1\"}}",
                "why\"} | why\",\"list\":{\"sequence\":\"1\",}}",
                "why\"} | why\",\"subject\":\"9f86d081\"}",
                "why\"} | why\",\"subject\":\"1:9f86d081\"}",
                "why\"} | why\",\"acts\":{}}",
                "why\"} | why\"",
                "why\"} | why\",}",
                "why\"} | why\"}}",
            })
    void every_other_spelling_is_refused(String sound, String deviating) {
        String line = INTENT.replace(sound, deviating);
        assertThat(line).isNotEqualTo(INTENT);

        assertThatThrownBy(() -> read(line)).isInstanceOf(TlogFormatException.class);
    }

    @Test
    void what_csv_cannot_carry_is_refused_as_well() {
        assertThatThrownBy(() -> read(INTENT + "\n")).isInstanceOf(TlogFormatException.class);
        assertThatThrownBy(() -> read(INTENT + " ")).isInstanceOf(TlogFormatException.class);
        assertThatThrownBy(() -> read("\ufeff" + INTENT)).isInstanceOf(TlogFormatException.class);
        assertThatThrownBy(() -> read(INTENT.replace("why", "why\n"))).isInstanceOf(TlogFormatException.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(TlogFormatException.class);
    }

    @Test
    void bytes_that_are_no_utf_8_are_no_entry() {
        byte[] line = INTENT.getBytes(StandardCharsets.UTF_8);
        line[INTENT.indexOf("why")] = (byte) 0xc0;

        assertThatThrownBy(() -> EntryCodec.read(line)).hasMessageContaining("UTF-8");
    }

    @Test
    void an_entry_cut_anywhere_is_no_entry_and_the_refusal_does_not_quote_it() {
        for (int length = 0; length < RESULT.length(); length++) {
            String cut = RESULT.substring(0, length);
            assertThatThrownBy(() -> read(cut))
                    .isInstanceOf(TlogFormatException.class)
                    .hasMessageNotContaining("YUNHE")
                    .hasMessageNotContaining("9f86");
        }
    }

    @Test
    void a_word_that_is_none_of_those_allowed_is_not_repeated_in_the_refusal() {
        assertThatThrownBy(() -> read(INTENT.replace("INTENT", "13810001234")))
                .isInstanceOfSatisfying(
                        TlogFormatException.class, e -> assertThat(e.place()).isEqualTo("phase"))
                .hasMessageNotContaining("138");
    }

    @Test
    void an_entry_has_65535_bytes_at_most() throws TlogFormatException {
        int room = 65_535 - INTENT.length() + "why".length();

        assertThat(EntryCodec.write(intent("w".repeat(room)))).hasSize(65_535);
        assertThat(read(text(intent("w".repeat(room)))).id()).isEqualTo(17);
        assertThatThrownBy(() -> EntryCodec.write(intent("w".repeat(room + 1))))
                .isInstanceOfSatisfying(
                        EntryCodec.EntryTooLongException.class,
                        e -> assertThat(e.length()).isEqualTo(65_536));
        assertThatThrownBy(() -> read(INTENT.replace("why", "w".repeat(room + 1))))
                .hasMessageContaining("more than 65535 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ud83d", "a\udcdeb"})
    void a_text_is_not_empty_and_has_no_lone_surrogate(String text) {
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

    private static LogEntry read(String line) throws TlogFormatException {
        return EntryCodec.read(line.getBytes(StandardCharsets.UTF_8));
    }
}
