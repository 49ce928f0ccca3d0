package jinbo.reference.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.platform.csv.RefusedTableException;
import jinbo.platform.csv.RefusedTableException.TableProblem;
import jinbo.platform.error.ErrorMessage;
import jinbo.reference.phone.Segments.SegmentFile;
import jinbo.reference.phone.Segments.SegmentFile.SegmentError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentFileTest {

    private static final Path REFUSED = Path.of("src/test/resources/jinbo/reference/phone/refused-segment-files");

    static Stream<Path> refusedFiles() throws IOException {
        try (Stream<Path> files = Files.list(REFUSED)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("refusedFiles")
    void refusesBadFilesWithTheExpectedProblems(Path file) throws IOException {
        Path expected = Path.of(file.toString().replace(".csv", ".problems"));

        RefusedTableException refused = catchThrowableOfType(RefusedTableException.class, () -> {
            try (InputStream bytes = Files.newInputStream(file)) {
                SegmentFile.read(bytes);
            }
        });

        assertThat(refused.problems()).extracting(TableProblem::toString).isEqualTo(Files.readAllLines(expected));
    }

    @Test
    void acceptsByteOrderMarkAndBothLineEnds() throws Exception {
        assertThat(read("\uFEFFsegment,province\n1381000,北京\r\n\r\n1381600,上海").segments())
                .isEqualTo(2);
    }

    @Test
    void refusesTooManyProvinces() {
        String file = IntStream.range(0, 101)
                .mapToObj(i -> (1381000 + i) + ",省" + (char) (0x4E00 + i) + "\n")
                .collect(Collectors.joining("", "segment,province\n", ""));

        RefusedTableException refused = catchThrowableOfType(RefusedTableException.class, () -> read(file));

        assertThat(refused.problems())
                .containsExactly(new TableProblem(102, ErrorMessage.of(SegmentError.TOO_MANY_PROVINCES, 100)));
    }

    @Test
    void refusesEndlessField() {
        RefusedTableException refused = catchThrowableOfType(
                RefusedTableException.class, () -> read("segment,province\n1381000,\"" + "京".repeat(10_000_000)));

        assertThat(refused.problems()).extracting(TableProblem::line).containsExactly(2L);
    }

    private static SegmentTable read(String file) throws RefusedTableException, IOException {
        return SegmentFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
                .table("test", "北京");
    }
}
