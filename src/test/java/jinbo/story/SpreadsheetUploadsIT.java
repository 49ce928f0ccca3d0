package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Receipt;
import jinbo.testing.AttackTable;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as spreadsheets save them, which compress far better than others: taken in, or refused with the place and the cause. */
class SpreadsheetUploadsIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEADER = "mobile,complaint,complained_on,reference\r\n";

    /** Excel has 1,048,576 rows; the header and one of complaint are the others. */
    private static final int EMPTY_ROWS = 1_048_574;

    private static final String SAME_ROW = "13810000009,TELEMARKETING,2012-09-20,\r\n";

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static int files;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, CLOCK, Map.of("jinbo.collect-uploads.limits.rows", "1048575"));
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @Test
    void aSheetSavedDownToItsLastRowIsIngested() {
        String empty = ",,,\r\n".repeat(EMPTY_ROWS);

        told(
                "a sheet saved down to its last row, one row and 1,048,574 of commas",
                "ACCEPTED, 1 of 1 row(s)",
                sent((HEADER + "13810000001,TELEMARKETING,2012-09-20,\r\n" + empty).getBytes(GB18030)));
        told(
                "a sheet saved down to its last row, in UTF-16 with tabs",
                "ACCEPTED, 1 of 1 row(s)",
                sent(("\uFEFF" + HEADER + "13810000002,TELEMARKETING,2012-09-20,\r\n" + empty)
                        .replace(',', '\t')
                        .getBytes(StandardCharsets.UTF_16LE)));
        told(
                "a sheet saved down to its last row, with the euro sign of Windows",
                "ACCEPTED, 1 of 1 row(s)",
                sent(joined(
                        (HEADER + "13810000003,TELEMARKETING,2012-09-20,保费").getBytes(GB18030),
                        new byte[] {(byte) 0x80},
                        ("120\r\n" + empty).getBytes(GB18030))));
    }

    @Test
    void rowsWithoutValueBeyondTheLimitOfRowsCount() {
        told(
                "empty rows, five times as many as rows are allowed",
                "REFUSED TOO_LARGE at a line",
                sent((HEADER + SAME_ROW + ",,,\r\n".repeat(5 * (EMPTY_ROWS + 1))).getBytes(GB18030)));
    }

    @Test
    void aSheetOfSemicolonsIsToldItsSeparator() {
        String outcome = outcomeOf(sent((HEADER + SAME_ROW + ",,,\r\n".repeat(EMPTY_ROWS))
                .replace(',', ';')
                .getBytes(StandardCharsets.UTF_8)));

        assertThat(outcome.lines())
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("1,,REFUSED,HEADER_INVALID,")
                .contains("发现各列以分号（;）分隔。请改用半角逗号（,）或制表符分隔。");
    }

    @Test
    void anEndlessRowOfAFileThatCompressesWellIsToldItsLine() {
        told(
                "an unclosed quotation mark in line 3, before a million equal rows",
                "REFUSED TOO_LARGE at line 3",
                sent((HEADER + SAME_ROW + "\"" + SAME_ROW.repeat(1_000_000)).getBytes(GB18030)));
    }

    @Test
    void moreRowsThanAllowedOfAFileThatCompressesWellAreToldTheirLine() {
        told(
                "a million equal rows, at more than 200 times their compressed size",
                "REFUSED TOO_LARGE at a line",
                sent((HEADER + SAME_ROW.repeat(1_000_000)).getBytes(GB18030)));
        told(
                "a million equal rows, in GB18030",
                "REFUSED TOO_LARGE at a line",
                sent((HEADER + SAME_ROW.replace(",\r", ",保费\r").repeat(1_000_000)).getBytes(GB18030)));
    }

    /** Nothing of it was read, so nothing is told of it but that it is too large. */
    @Test
    void aFileThatCompressesWellAndIsAnothersIsToldNoLine() {
        String name = UploadCsv.name("YUNHE", "20120921", ++files);
        byte[] content = (HEADER + SAME_ROW.repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
        exchange.place("YUNHE", name, exchange.seal(TestExchange.secretOf("CHANGQING"), name, content));
        assertThat(exchange.collect().problems()).isEmpty();

        told("a million equal rows, signed by another insurer", "REFUSED TOO_LARGE", name);
    }

    private static String sent(byte[] content) {
        String name = UploadCsv.name("YUNHE", "20120921", ++files);
        exchange.upload("YUNHE", name, content);
        assertThat(exchange.collect().problems()).isEmpty();
        return name;
    }

    private static String outcomeOf(String name) {
        return exchange.outcomeOf("YUNHE", name);
    }

    private static void told(String what, String expected, String name) {
        Receipt receipt = exchange.receiptOf("YUNHE", name);
        String found = receipt.tally().findings().keySet().stream()
                .map(FindingCode::toString)
                .collect(Collectors.joining(" "));
        String line =
                outcomeOf(name).lines().skip(1).map(row -> row.split(",", 2)[0]).collect(Collectors.joining());
        String place = line.isEmpty() ? "" : line.length() > 3 ? " at a line" : " at line " + line;
        AttackTable.row(
                "upload: " + what,
                expected,
                found.isEmpty()
                        ? receipt.status() + ", " + receipt.tally().accepted() + " of "
                                + receipt.tally().rows() + " row(s)"
                        : receipt.status() + " " + found + place);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
