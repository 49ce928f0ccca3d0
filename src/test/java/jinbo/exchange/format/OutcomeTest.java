package jinbo.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jinbo.exchange.format.UploadColumn.ComplaintColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {

    private static final List<Finding> FINDINGS = List.of(
            Finding.atColumn(2, ComplaintColumn.MOBILE, FindingCode.MOBILE_MALFORMED),
            Finding.atLine(3, FindingCode.ROW_SHAPE),
            Finding.ofFile(FindingCode.TOO_MANY_REFUSED));

    @ParameterizedTest
    @EnumSource
    void readsWrittenOutcomeInBothLanguages(MessageLanguage language) throws Exception {
        List<OutcomeReader.Row> read = new ArrayList<>();

        assertThat(OutcomeReader.read(new ByteArrayInputStream(write(language)), read::add))
                .isEqualTo(3);
        assertThat(read)
                .containsExactlyElementsOf(FINDINGS.stream()
                        .map(finding ->
                                new OutcomeReader.Row(finding, finding.code().message(language)))
                        .toList());
    }

    @Test
    void writesRowsWithCrLfAndFileFindingsWithoutLine() throws IOException {
        assertThat(new String(write(MessageLanguage.EN), StandardCharsets.UTF_8))
                .startsWith("line,column,severity,code,message\r\n2,mobile,REFUSED,MOBILE_MALFORMED,\"This is not")
                .contains("\r\n3,,REFUSED,ROW_SHAPE,")
                .contains("\r\n,,REFUSED,TOO_MANY_REFUSED,")
                .endsWith("\r\n");
    }

    @Test
    void writesOnlyHeaderWithoutFindings() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new OutcomeWriter(bytes, MessageLanguage.EN).close();

        assertThat(OutcomeReader.read(new ByteArrayInputStream(bytes.toByteArray()), line -> {}))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "line,column|line,field|line 1",
                "2,mobile|0,mobile|line 2",
                "2,mobile|-2,mobile|line 2",
                "2,mobile|2,2,mobile|a row",
                "ROW_SHAPE|ROW_SHAPED|line 3",
                "3,,REFUSED|3,,WARNING|line 3",
            })
    void refusesChangedOutcomesWithPlace(String sound, String changed, String place) throws IOException {
        String csv = new String(write(MessageLanguage.EN), StandardCharsets.UTF_8);
        assertThat(csv).contains(sound);
        byte[] bytes = csv.replace(sound, changed).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> OutcomeReader.read(new ByteArrayInputStream(bytes), line -> {}))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(place);
    }

    @Test
    void refusesEmptyOutcome() {
        assertThatThrownBy(() -> OutcomeReader.read(new ByteArrayInputStream(new byte[0]), line -> {}))
                .isInstanceOf(FormatException.class);
    }

    private static byte[] write(MessageLanguage language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutcomeWriter writer = new OutcomeWriter(bytes, language)) {
            FINDINGS.forEach(writer::write);
        }
        return bytes.toByteArray();
    }
}
