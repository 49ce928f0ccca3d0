package jinbo.accesslog.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogEntryTest {

    private static final String RESULT = LogFixture.result(16, 10, 3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"numbers\":9007199254740991}",
                "\"numbers\":0}",
                "\"numbers\":24,\"subject\":\"3:0000000000000000000000000000000000000000000000000000000000000000\"}",
                "\"numbers\":24,\"acts\":{\"batch\":1,\"revision\":2,\"count\":3,\"digest\":\"0000000000000000000000000000000000000000000000000000000000000000\"}}",
                "\"numbers\":24,\"list\":{\"a\":\"1\",\"sequence\":\"7\"}}"
            })
    void fieldsThatMayBeThere(String end) {
        assertThatCode(() -> read(RESULT.replace("\"numbers\":24}", end))).doesNotThrowAnyException();
    }

    @Test
    void everyCharacterHasItsSpelling() throws MalformedException {
        String purpose = "\\\" \\\\ / \\b\\t\\n\\f\\r \\u0000\\u001f \u007f \u0085\u2028 中\uD83D\uDE00\uFEFF";

        assertThat(read(RESULT.replace("upload", purpose)).text(EntryField.PURPOSE))
                .contains("\" \\ / \b\t\n\f\r \u0000\u001f \u007f \u0085\u2028 中\uD83D\uDE00\uFEFF");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"format"                     | { "format"                    | ENTRY_SPELLING
            "upload"                      | "up\\/load"                    | ENTRY_SPELLING
            "upload"                      | "\\u0075pload"                 | ENTRY_SPELLING
            "upload"                      | "\\u001F"                      | ENTRY_SPELLING
            "upload"                      | "\\ud800"                      | ENTRY_SPELLING
            "upload"                      | "\\x"                          | ENTRY_SPELLING
            "upload"                      | "up	load"                     | ENTRY_SPELLING
            "id":16                       | "id":016                      | ENTRY_SPELLING
            "id":16                       | "id":16.0                     | ENTRY_FIELD_VALUE
            "id":16                       | "id":1e6                      | ENTRY_FIELD_VALUE
            "id":16                       | "id":-16                      | ENTRY_FIELD_VALUE
            "id":16                       | "id":"16"                     | ENTRY_FIELD_VALUE
            "id":16                       | "id":9007199254740992         | ENTRY_FIELD_VALUE
            "id":16                       | "id":99999999999999999999     | ENTRY_FIELD_VALUE
            "id":16                       | "id":null                     | ENTRY_FIELD_VALUE
            "id":16,                      | ``                            | ENTRY_FIELD_MISSING
            "id":16,                      | "id":16,"id":16,              | ENTRY_SPELLING
            "id":16,                      | "id":16,"13810001234":1,      | ENTRY_FIELD_UNKNOWN
            ,"numbers":24                 | ,"numbers":24,"purpose":"x"   | ENTRY_SPELLING
            "outcome":"接收","numbers":24 | "numbers":24,"outcome":"接收" | ENTRY_FIELD_UNKNOWN
            /v1"                          | /v2"                          | ENTRY_FIELD_VALUE
            RESULT                        | result                        | ENTRY_FIELD_VALUE
            BATCH                         | ROOT                          | ENTRY_FIELD_VALUE
            "upload"                      | ""                            | ENTRY_FIELD_VALUE
            01:00:30Z                     | 01:00:30.000Z                 | ENTRY_FIELD_VALUE
            01:00:30Z                     | 01:00:30.120000Z              | ENTRY_FIELD_VALUE
            01:00:30Z                     | 01:00:30.123456789Z           | ENTRY_FIELD_VALUE
            01:00:30Z                     | 01:00:30+00:00                | ENTRY_FIELD_VALUE
            T01:00:30Z                    | T24:00:00Z                    | ENTRY_FIELD_VALUE
            01:00:30Z                     | 23:59:60Z                     | ENTRY_FIELD_VALUE
            2012-09-21                    | 2012-09-31                    | ENTRY_FIELD_VALUE
            "intent":10,                  | ``                            | ENTRY_FIELD_MISSING
            "outcome":"接收",             | ``                            | ENTRY_FIELD_MISSING
            "intent":10                   | "intent":16                   | RESULT_BEFORE_INTENT
            RESULT                        | REFUSAL                       | ENTRY_FIELD_OF_OTHER_PHASE
            "numbers":24                  | "subject":"3:0"               | ENTRY_FIELD_VALUE
            "numbers":24                  | "list":{}                     | ENTRY_FIELD_VALUE
            "numbers":24                  | "list":{"b":"1","a":"1"}      | ENTRY_FIELD_VALUE
            "numbers":24                  | "list":{"a":1}                | ENTRY_FIELD_VALUE
            "numbers":24                  | "acts":{"batch":1}            | ENTRY_FIELD_VALUE
            }                             | }x                            | ENTRY_SPELLING
            :24}                          | :24                           | ENTRY_SPELLING
            """)
    void refused(String sound, String wrong, Fault fault) {
        assertThat(RESULT).contains(sound);
        assertThat(faultOf(RESULT.replace(sound, wrong).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(fault);
    }

    @Test
    void aRefusalWithoutItsReasonIsNone() {
        String refusal = RESULT.replace("RESULT", "REFUSAL").replace("\"intent\":10,", "");
        assertThatCode(() -> read(refusal)).doesNotThrowAnyException();
        assertThat(faultOf(refusal.replace("\"outcome\":\"接收\",", "").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Fault.ENTRY_FIELD_MISSING);
    }

    @Test
    void anIntentHasNoOutcome() {
        String intent = LogFixture.intent(10, 0);
        assertThat(faultOf(intent.replace("}", ",\"outcome\":\"x\"}").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Fault.ENTRY_FIELD_OF_OTHER_PHASE);
    }

    @Test
    void whatIsNotUtf8IsNoEntry() {
        byte[] bytes = RESULT.getBytes(StandardCharsets.UTF_8);
        bytes[RESULT.indexOf("upload")] = (byte) 0xC0;
        assertThat(faultOf(bytes)).isEqualTo(Fault.ENTRY_SPELLING);
        assertThat(faultOf(("\uFEFF" + RESULT).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Fault.ENTRY_SPELLING);
        assertThat(faultOf((RESULT + "\n").getBytes(StandardCharsets.UTF_8))).isEqualTo(Fault.ENTRY_SPELLING);
    }

    @Test
    void deepNestingOverflowsNoStack() {
        assertThat(faultOf(("{\"format\":" + "[".repeat(60_000)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Fault.ENTRY_SPELLING);
    }

    @Test
    void whatAnEntrySaysIsNeverRepeated() {
        String line = RESULT.replace("\"id\":16,", "\"id\":16,\"13810001234\":1,");
        assertThat(catchThrowableOfType(MalformedException.class, () -> read(line)))
                .hasMessageNotContaining("13810001234");
    }

    private static LogEntry read(String line) throws MalformedException {
        return LogEntry.read(line.getBytes(StandardCharsets.UTF_8));
    }

    private static Fault faultOf(byte[] bytes) {
        return catchThrowableOfType(MalformedException.class, () -> LogEntry.read(bytes))
                .finding()
                .fault();
    }
}
