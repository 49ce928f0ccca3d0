package jinbo.reference.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jinbo.platform.csv.RefusedTableException;
import jinbo.platform.csv.RefusedTableException.TableProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarFileTest {

    private static final Path REFUSED = Path.of("src/test/resources/jinbo/reference/calendar/refused-calendar-files");

    static Stream<Path> refusedFiles() throws IOException {
        try (Stream<Path> files = Files.list(REFUSED)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("refusedFiles")
    void aBadFileIsRefusedWithTheProblemsWrittenBesideIt(Path file) throws IOException {
        Path expected = Path.of(file.toString().replace(".csv", ".problems"));

        RefusedTableException refused = catchThrowableOfType(RefusedTableException.class, () -> {
            try (InputStream bytes = Files.newInputStream(file)) {
                CalendarFile.read(bytes);
            }
        });

        assertThat(refused.problems()).extracting(TableProblem::toString).isEqualTo(Files.readAllLines(expected));
        assertThat(refused).hasMessageContaining(refused.problems().get(0).toString());
    }

    @Test
    void aByteOrderMarkAndBothLineEndsAreRead() throws Exception {
        String nationalDay = "2027-10-01,holiday,国庆节\r\n\r\n";

        assertThat(read("\uFEFFdate,kind,name\n" + nationalDay)).hasSize(1);
    }

    @Test
    void aFileWithoutEndIsRefusedAfterTenThousandRows() {
        RefusedTableException refused = catchThrowableOfType(
                RefusedTableException.class, () -> read("date,kind,name\n" + "x,holiday,y\n".repeat(100_000)));

        assertThat(refused.problems()).hasSize(CalendarFile.MOST_ROWS + 1);
        assertThat(refused.problems().get(CalendarFile.MOST_ROWS).line()).isEqualTo(CalendarFile.MOST_ROWS + 2);
    }

    @Test
    void aNameHasAHundredCharactersAtMost() throws Exception {
        String row = "date,kind,name\n2027-10-01,holiday,";

        assertThat(read(row + "节".repeat(100) + "\n")).hasSize(1);
        RefusedTableException refused =
                catchThrowableOfType(RefusedTableException.class, () -> read(row + "节".repeat(101) + "\n"));
        assertThat(refused.problems().get(0).toString()).contains("line 2").contains("100 characters");
    }

    @Test
    void aNameIsText() {
        RefusedTableException refused = catchThrowableOfType(
                RefusedTableException.class, () -> read("date,kind,name\n2027-10-01,holiday,\0\n"));

        assertThat(refused.problems().get(0).toString()).contains("not text");
    }

    @Test
    void theThirdOfOctoberIsOffByLawToo() {
        RefusedTableException refused = catchThrowableOfType(
                RefusedTableException.class, () -> read("date,kind,name\n2022-01-03,holiday,元旦\n"));
        assertThat(refused.problems().get(0).toString()).contains("2022-10-03");
    }

    private static List<WorkdayCalendar.SpecialDay> read(String file) throws RefusedTableException, IOException {
        return CalendarFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
