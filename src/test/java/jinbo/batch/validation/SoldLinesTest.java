package jinbo.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jinbo.batch.validation.ComplaintValidator.UploadContext;
import jinbo.exchange.format.FindingCode;
import jinbo.reference.business.LineCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoldLinesTest {

    private static final Set<LineCode> NONE = Set.of();
    private static final Set<LineCode> LIFE = Set.of(new LineCode("LIFE"));
    private static final Set<LineCode> MOTOR = Set.of(new LineCode("MOTOR"));

    @ParameterizedTest
    @CsvSource({"LIFE, LIFE", "life, LIFE", "Life2, LIFE2", "'', ''", "L, ''", "LIFELIFELIFE, LIFELIFELIFE"})
    void readsCodesInUpperOrLowerCase(String typed, String code) {
        assertThat(SoldLines.read(typed).map(LineCode::value).orElse("")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"lıfe", "LİFE", "ſELF", "ＬＩＦＥ", "LI-FE", "2LIFE", "LIFELIFELIFE1", "人身险"})
    void refusesCodesWithOtherLetters(String typed) {
        assertThat(SoldLines.read(typed)).isEmpty();
    }

    @Test
    void refusesRowWithoutLineIfAllLinesAreClosed() throws IOException {
        assertThat(findings(new SoldLines(NONE, LIFE, LIFE), "")).containsExactly(FindingCode.BUSINESS_LINE_CLOSED);
        assertThat(findings(new SoldLines(NONE, NONE, MOTOR), "")).containsExactly(FindingCode.BUSINESS_LINE_CLOSED);
        assertThat(findings(new SoldLines(MOTOR, MOTOR, MOTOR), "")).isEmpty();
    }

    @Test
    void acceptsOpenLineOfTheInsurer() throws IOException {
        assertThat(findings(new SoldLines(LIFE, LIFE, LIFE), "LIFE")).isEmpty();
        assertThat(findings(new SoldLines(NONE, LIFE, LIFE), "LIFE")).containsExactly(FindingCode.BUSINESS_LINE_CLOSED);
    }

    private static List<FindingCode> findings(SoldLines lines, String line) throws IOException {
        LocalDate day = LocalDate.of(2026, 10, 12);
        String csv =
                "mobile,complaint,complained_on,business_line\n13810000001,TELEMARKETING," + day + "," + line + "\n";
        ValidatedComplaints judged = ValidatedComplaints.of(
                csv.getBytes(StandardCharsets.UTF_8), UploadContext.firstReading(day, lines, false));
        return judged.findings.stream().map(finding -> finding.code()).toList();
    }
}
