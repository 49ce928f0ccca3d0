package jinbo.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows have the line on which they begin, as do syntax errors. */
class CsvTableReaderTest {

    private static final int MAX_ROW_CHARS = 20;

    @Test
    void reportsPhysicalLinesForAnyLineEnd() throws IOException {
        assertThat(rows("a,b\r\n\"1\r\n2\n3\r4\",\n\n\r\n,\"\"\r\"\"\r\nlast, x "))
                .containsExactly("1 [a, b]", "2 [1\r\n2\n3\r4, ]", "8 [, ]", "9 []", "10 [last,  x ]");
        assertThat(rows("")).isEmpty();
        assertThat(rows("\n\r\n")).isEmpty();
        assertThat(rows("a,")).containsExactly("1 [a, ]");
    }

    @Test
    void countsBlankLinesAsRows() throws IOException {
        CsvTableReader table = CsvTableReader.of(new StringReader("a\n\n\"b\nc\"\r\nd\n"), MAX_ROW_CHARS);

        assertThat(rows(table)).containsExactly("1 [a]", "2 []", "3 [b\nc]", "5 [d]");
    }

    @Test
    void readsSpecialCharactersOfTheParserAsText() throws IOException {
        assertThat(rows("a\"b,'c',#d\n#e,\\n,\uFFFEf\n")).containsExactly("1 [a\"b, 'c', #d]", "2 [#e, \\n, \uFFFEf]");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    'a,b|"1" ,2|3,4', 2
                    'a,b|"1"2,2|3,4', 2
                    'a,b|1,2|3,"4|5', 3
                    'a,b||"1|2""3" x,4', 3
                    'a,b|1234567890,1234567890|', 2
                    'a,b|"123|456|789|012|345|678"', 2
                    '"', 1
                    """)
    void refusesInvalidRowWithItsLine(String text, long line) throws IOException {
        CsvTableReader table =
                CsvTableReader.skippingBlankLines(new StringReader(text.replace('|', '\n')), MAX_ROW_CHARS);

        assertThatExceptionOfType(CsvSyntaxException.class)
                .isThrownBy(() -> rows(table))
                .satisfies(broken -> assertThat(broken.line()).isEqualTo(line))
                .withMessage("The row that begins on line " + line + " is not CSV, or is too long")
                .withNoCause();
    }

    @Test
    void readsRowsBeforeTheFaultInAnyChunks() throws IOException {
        String text = "first,1\r\nsecond,\"2\"\r\nthird,\"3\"!\r\n";
        for (int piece = 1; piece <= text.length(); piece++) {
            CsvTableReader table = CsvTableReader.of(new InPieces(text, piece), MAX_ROW_CHARS);

            assertThat(table.next()).isTrue();
            assertThat(table.next()).isTrue();
            assertThat(table.row()).containsExactly("second", "2");
            assertThatExceptionOfType(CsvSyntaxException.class)
                    .isThrownBy(table::next)
                    .satisfies(broken -> assertThat(broken.line()).isEqualTo(3));
        }
    }

    @Test
    void refusesEndlessRow() throws IOException {
        Reader endless = new Reader() {

            private boolean begun;

            @Override
            public int read(char[] into, int offset, int length) {
                into[offset] = begun ? '禁' : '"';
                begun = true;
                return 1;
            }

            @Override
            public void close() {
                // nothing to close
            }
        };

        assertThatExceptionOfType(CsvSyntaxException.class)
                .isThrownBy(() -> CsvTableReader.of(endless, 1 << 16).next());
    }

    @Test
    void readsTableWithHeaderAndByteOrderMark() throws IOException {
        List<String> problems = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        InputStream file =
                new ByteArrayInputStream("\uFEFFname,n\r\n北京,1\r\n上海,2\r\n天津,3".getBytes(StandardCharsets.UTF_8));
        CsvTableReader.read(
                file,
                List.of("name", "n"),
                (line, fields) -> {
                    rows.add(line + " " + fields);
                    return rows.size() < 2;
                },
                (line, reason, facts) -> problems.add(line + " " + reason));

        assertThat(rows).containsExactly("2 [北京, 1]", "3 [上海, 2]");
        assertThat(problems).isEmpty();
    }

    private static List<String> rows(String text) throws IOException {
        return rows(CsvTableReader.skippingBlankLines(new StringReader(text), MAX_ROW_CHARS));
    }

    private static List<String> rows(CsvTableReader table) throws IOException {
        List<String> rows = new ArrayList<>();
        while (table.next()) {
            rows.add(table.line() + " " + table.row());
        }
        return rows;
    }

    /** Returns a few characters for each read. */
    private static final class InPieces extends StringReader {

        private final int piece;

        InPieces(String text, int piece) {
            super(text);
            this.piece = piece;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            return super.read(into, offset, Math.min(length, piece));
        }
    }
}
