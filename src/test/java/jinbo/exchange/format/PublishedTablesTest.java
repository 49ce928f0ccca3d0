package jinbo.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jinbo.exchange.format.CaseNoticeWriter.CaseColumn;
import jinbo.exchange.format.Finding.FindingCause;
import jinbo.exchange.format.UploadColumn.CaseAnswerColumn;
import jinbo.exchange.format.UploadColumn.ComplaintColumn;
import jinbo.exchange.format.UploadColumn.WithdrawalColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the program believes and what insurers read in the tables is the same. */
class PublishedTablesTest {

    private static final Path FOLDER = Path.of("exchange-formats");

    @Test
    void the_tables_of_findings_list_every_code_once_with_its_level_and_severity_and_no_other() throws IOException {
        List<String> published = new ArrayList<>();
        for (String table : FindingTexts.TABLES) {
            List<FindingCode> codes =
                    names(table, "code").stream().map(FindingCode::valueOf).toList();
            assertThat(codes).as("%s is in the order of receipts", table).isSorted();
            rows(table).stream()
                    .map(row -> row.getField("code") + " " + row.getField("level") + " " + row.getField("severity"))
                    .forEach(published::add);
        }

        assertThat(published)
                .containsExactlyInAnyOrderElementsOf(Stream.of(FindingCode.values())
                        .map(code -> code + " " + code.level() + " " + code.severity())
                        .toList());
    }

    @Test
    void every_published_table_of_findings_is_one_that_the_program_reads() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(file -> file.endsWith("findings.csv"))
                            .map(file -> FOLDER.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(FindingTexts.TABLES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_finding_says_in_both_languages_what_is_wrong_and_what_to_do(FindingCode code) {
        assertThat(code.message(MessageLanguage.EN).split("[.;:] ")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(code.message(MessageLanguage.ZH)).contains("请").endsWith("。");
    }

    @ParameterizedTest
    @EnumSource
    void every_cause_says_in_both_languages_what_was_found_and_what_is_right(FindingCause cause) throws IOException {
        assertThat(rows(FindingTexts.CAUSES))
                .extracting(row -> row.getField("code") + " " + row.getField("cause"))
                .containsExactlyElementsOf(Stream.of(FindingCause.values())
                        .map(each -> each.code() + " " + each)
                        .toList());
        assertThat(cause.message(MessageLanguage.EN)).startsWith("Found: ").contains(". ");
        assertThat(cause.message(MessageLanguage.ZH))
                .startsWith("发现")
                .contains("请")
                .endsWith("。");
        assertThat(Finding.atLine(1, cause.code()).because(cause).message(MessageLanguage.EN))
                .isEqualTo(cause.code().message(MessageLanguage.EN) + " " + cause.message(MessageLanguage.EN));
    }

    @Test
    void a_finding_has_no_cause_of_another_code() {
        assertThatThrownBy(() -> Finding.ofFile(FindingCode.EMPTY).because(FindingCause.PIPE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_tables_of_columns_list_every_column_and_whether_a_file_may_lack_it() throws IOException {
        assertThat(columns("complaints/v1/columns.csv")).isEqualTo(known(ComplaintColumn.values()));
        assertThat(columns("withdrawals/v1/columns.csv")).isEqualTo(known(WithdrawalColumn.values()));
        assertThat(columns("case-answers/v1/columns.csv")).isEqualTo(known(CaseAnswerColumn.values()));
    }

    @Test
    void the_tables_of_columns_name_the_columns_that_are_written() throws IOException {
        assertThat(names("outcome/v1/columns.csv", "column")).isEqualTo(OutcomeReader.COLUMNS);
        assertThat(names("cases/v1/columns.csv", "column")).isEqualTo(CaseColumn.TITLES);
        assertThat(String.join(",", names("blocklist/v1/columns.csv", "column")) + "\r\n")
                .isEqualTo(new String(BlockListWriter.HEADER, StandardCharsets.US_ASCII));
        assertThat(String.join(",", names("blocklist/v1/delta-columns.csv", "column")) + "\r\n")
                .isEqualTo(new String(DeltaLine.HEADER, StandardCharsets.US_ASCII));
    }

    private static List<String> columns(String table) throws IOException {
        return rows(table).stream()
                .map(row -> row.getField("column") + " "
                        + row.getField("requirement").equals("mandatory"))
                .toList();
    }

    private static List<String> known(UploadColumn[] columns) {
        return Stream.of(columns)
                .map(column -> column.title() + " " + column.mandatory())
                .toList();
    }

    private static List<String> names(String table, String field) throws IOException {
        return rows(table).stream().map(row -> row.getField(field)).toList();
    }

    private static List<NamedCsvRecord> rows(String table) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(table))) {
            return reader.stream().toList();
        }
    }
}
