package jinbo.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields are quoted only if necessary, at any place in the row. */
class CsvTableWriterTest {

    @Test
    void quotesOnlyFieldsThatNeedIt() throws IOException {
        assertThat(written(List.of("", "a", ""), List.of("序号", "a,b", "say \"hi\""), List.of("序,号", "", "1\r\n2")))
                .isEqualTo(",a,\r\n序号,\"a,b\",\"say \"\"hi\"\"\"\r\n\"序,号\",,\"1\r\n2\"\r\n");
    }

    @Test
    void roundTripsRows() throws IOException {
        List<String> row = List.of(" a ", "#b", "\"", "\t", "é", "=1+1", "\n", "'", "");
        CsvTableReader table = CsvTableReader.of(new StringReader(written(row)), 100);

        assertThat(table.next()).isTrue();
        assertThat(table.row()).isEqualTo(row);
        assertThat(table.next()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+8610", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void putsApostropheBeforeWhatSpreadsheetWouldEvaluate(String text) {
        assertThat(CsvTableWriter.escapeFormula(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1", " =1", "'=1", "zhang"})
    void leavesOtherTextAsItIs(String text) {
        assertThat(CsvTableWriter.escapeFormula(text)).isEqualTo(text);
    }

    @Test
    void reportsFailingStream() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        CsvTableWriter table = new CsvTableWriter(full, StandardCharsets.UTF_8);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> {
            for (int i = 0; i < 1 << 16; i++) {
                table.write(List.of("row", Integer.toString(i)));
            }
        });
    }

    @SafeVarargs
    private static String written(List<String>... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvTableWriter table = new CsvTableWriter(bytes, StandardCharsets.UTF_8)) {
            for (List<String> row : rows) {
                table.write(row);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
