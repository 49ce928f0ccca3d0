package jinbo.batch.validation;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmptyRowDetectorTest {

    private static final UploadLimits TWO_ROWS = new UploadLimits(2, 256);

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("a,b\r\n", 5, 2),
                Arguments.of("a,b\r\n,\r\n", 5, 3),
                Arguments.of("a,b\r\n,\r\n,\r\n", 5, 4),
                Arguments.of("a,b\r\n,\r\n,\r\n,\r\n", 8, 5),
                Arguments.of("a,b\n,,,\n\t\t\n", 4, 4),
                Arguments.of("a,b\r;;;\r| | \r", 4, 4),
                Arguments.of("a,b\n\"\",\"\"\n\" \"\n", 4, 4),
                Arguments.of("a,b\n,,,,c\n", 10, 3),
                Arguments.of("a,b\n,,,,", 4, 2),
                Arguments.of("a,b\n,,,,c", 9, 2),
                Arguments.of("\n\na\n", 2, 4),
                Arguments.of("\r\n\r\n\r\na\n", 4, 5));
    }

    @ParameterizedTest
    @MethodSource("files")
    void countsRowsWithValuesAndRowsBeyondTheLimit(String file, long weight, int line) {
        for (int pieces : new int[] {1, 2, 3, 100}) {
            assertWeight(file.getBytes(UTF_8), pieces, weight, line);
            assertWeight(("\uFEFF" + file).getBytes(UTF_16LE), pieces, 2 * weight + 2, line);
            assertWeight(("\uFEFF" + file).getBytes(UTF_16BE), pieces, 2 * weight + 2, line);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void countsMultiByteCharacterAsValue(String charset) {
        byte[] bytes = ",,上|,\n,,\n".getBytes(Charset.forName(charset));

        assertWeight(bytes, 1, bytes.length - 3, 3);
    }

    /** One of its bytes is that of a line feed. */
    @Test
    void characterOfUtf16DoesNotEndALine() {
        assertWeight("\uFEFF上上,\n,\n".getBytes(UTF_16LE), 1, 10, 3);
        assertWeight("\uFEFF上上,\n,\n".getBytes(UTF_16BE), 3, 10, 3);
    }

    @Test
    void countsRowsAboveTheMaximumLength() {
        assertWeight((",".repeat(512) + "\n").getBytes(UTF_8), 100, 0, 2);
        assertWeight((",".repeat(513) + "\n").getBytes(UTF_8), 100, 514, 2);
    }

    private static void assertWeight(byte[] bytes, int piece, long weight, int line) {
        EmptyRowDetector rows = new EmptyRowDetector(TWO_ROWS);
        long seen = 0;
        for (int i = 0; i < bytes.length; i += piece) {
            seen += rows.countRelevantBytes(bytes, i, Math.min(piece, bytes.length - i));
        }
        assertThat(seen).as("weight in pieces of %d", piece).isEqualTo(weight);
        assertThat(rows.line()).isEqualTo(line);
    }
}
