package jinbo.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.exchange.format.CaseNoticeWriter.CaseColumn;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Case notices are written as published, and nothing else is read. */
class CaseNoticesTest {

    private static final Path SAMPLES = Path.of("exchange-formats", "cases", "v1", "accepted");

    @TestFactory
    Stream<DynamicTest> everySampleIsReadAndWrittenAgainToTheByte() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        byte[] published = Files.readAllBytes(file);
                        assertThat(written(read(published))).isEqualTo(new String(published, StandardCharsets.UTF_8));
                    }));
        }
    }

    @Test
    void readsThePublishedSample() throws Exception {
        List<CaseNotice> notices = read(Files.readAllBytes(SAMPLES.resolve("every-notice.csv")));

        assertThat(notices)
                .contains(
                        new CaseNotice.Complaint(
                                "C2026-A3BCD4EF-8",
                                new Mobile(13900012345L),
                                Instant.parse("2026-10-08T13:05:00Z"),
                                Optional.of("+861055550123"),
                                "OTHER",
                                Optional.empty(),
                                Optional.of(LocalDate.of(2026, 10, 26))),
                        new CaseNotice.Complaint(
                                "C2026-HJ5KMN6P-A",
                                new Mobile(13700012345L),
                                Instant.parse("2026-10-09T00:59:00Z"),
                                Optional.empty(),
                                "RENEWAL",
                                Optional.of(new LineCode("MOTOR")),
                                Optional.empty()),
                        new CaseNotice.Decision(
                                "C2026-XYZ9ABCD-Q",
                                true,
                                "VIOLATION",
                                Set.of("HOURS", "BLOCK"),
                                Optional.of(LocalDate.of(2026, 10, 30))),
                        new CaseNotice.Sanction(
                                true,
                                "STOP_ALL",
                                Optional.of("TSR-0042"),
                                LocalDate.of(2026, 10, 19),
                                Optional.empty()));
        assertThat(notices.stream().map(CaseNotice::kind)).contains(CaseNotice.Kind.values());
        assertThat(notices.get(0).toString()).as("no number").doesNotContain("138000", "0105555");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C2026-7KQ2M9XW-Y,COMPLAINT,13800012345,2026-10-08T19:40+08:00,=1+1,SALES,,,,,,,,",
                "C2026-7KQ2M9XW-Y,COMPLAINT,1380001234,2026-10-08T19:40+08:00,,SALES,,,,,,,,",
                "C2026-7KQ2M9XW-Y,COMPLAINT,13800012345,2026-10-08T19:40,,SALES,,,,,,,,",
                "C2026-7KQ2M9XW-Y,COMPLAINT,13800012345,2026-10-08T19:40+08:00,,SALES,,,VIOLATION,,,,,",
                "C2026-7KQ2M9XW-Y,COMPLAINT,13800012345,2026-10-08T19:40+08:00,,SALES,motor,,,,,,,",
                "C2026-7KQ2M9XW-Y,DISMISSED,,,,,MOTOR,,GRACE,,,,,",
                "C2026-7KQ2M9XW-Y,UPHELD,13800012345,,,,,,VIOLATION,BLOCK,,,,",
                "C2026-7KQ2M9XW-Y,UPHELD,,,,,,,VIOLATION,,,,,",
                "C2026-7KQ2M9XW-Y,DISMISSED,,,,,,,GRACE,BLOCK,,,,",
                "C2026-7KQ2M9XW-Y,DISMISSED,,,,,,,@SUM(A1),,,,,",
                "C2026-7KQ2M9XW-Y,FORGIVEN,,,,,,,GRACE,,,,,",
                ",SANCTION_BEGINS,,,,,,,,,STOP_ALL,,,",
                ",SANCTION_BEGINS,,,,,,,,,STOP_ALL,,2026-10-19",
                ",SANCTION_BEGINS,,,,,,,,,stop,,2026-10-19,"
            })
    void refusesInvalidNotices(String row) {
        String file = String.join(",", CaseColumn.TITLES) + "\r\n" + row + "\r\n";

        assertThatThrownBy(() -> read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("Not cases/v1: ")
                .hasMessageNotContainingAny("138000", "SUM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"C2026-7KQ2M9XW-Y\" ,DISMISSED",
                "\"C2026-7KQ2M9XW-Y,DISMISSED",
                "",
                "C2026-7KQ2M9XW-Y,DISMISSED"
            })
    void refusesInvalidLineWithItsNumber(String row) {
        String dismissed = "C2026-7KQ2M9XW-Y,DISMISSED,,,,,,,GRACE,,,,,";
        String file = String.join("\r\n", String.join(",", CaseColumn.TITLES), dismissed, row, dismissed, "");

        assertThatThrownBy(() -> read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("Not cases/v1: line 3 ");
    }

    @Test
    void refusesOtherHeaders() {
        assertThatThrownBy(() -> read("case,notice\r\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(FormatException.class);
    }

    private static List<CaseNotice> read(byte[] csv) throws IOException, FormatException {
        List<CaseNotice> notices = new ArrayList<>();
        assertThat(CaseNoticeReader.read(new ByteArrayInputStream(csv), notices::add))
                .isEqualTo(notices.size());
        return notices;
    }

    private static String written(List<CaseNotice> notices) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CaseNoticeWriter writer = new CaseNoticeWriter(bytes)) {
            notices.forEach(writer::write);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
