package jinbo.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import jinbo.batch.validation.ComplaintValidator.ComplaintRow;
import jinbo.batch.validation.ComplaintValidator.UploadContext;
import jinbo.exchange.format.ComplaintType;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Term;
import jinbo.exchange.format.UploadScope;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums always agree, and valid rows are read correctly. */
class RandomUploadTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 12);
    private static final UploadContext CONTEXT = ValidatedComplaints.receivedOn(DAY);
    private static final List<Optional<LineCode>> LINES =
            List.of(Optional.empty(), Optional.of(new LineCode("LIFE")), Optional.of(new LineCode("MOTOR")));
    private static final String[] LINE_ENDS = {"\r\n", "\n", "\r"};
    private static final String[] ENCODINGS = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"};
    private static final String HEADER = "mobile,complaint,complained_on,consent,business_line,scope,term,reference";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void readsRowsInAnyEncodingSeparatorAndLineEnd(long seed) throws IOException {
        Random random = new Random(seed);
        String lineEnd = LINE_ENDS[random.nextInt(3)];
        String separator = random.nextBoolean() ? "," : "\t";
        StringBuilder text = new StringBuilder(HEADER.replace(",", separator)).append(lineEnd);
        List<ComplaintRow> meant = new ArrayList<>();
        int line = 2;
        for (int i = 0; i < 3000; i++) {
            ComplaintRow row = row(line, random);
            int breaks = random.nextInt(3);
            meant.add(row);
            for (String field : List.of(
                    row.mobile().digits(),
                    row.complaint().name(),
                    row.complainedOn().toString(),
                    "Y",
                    row.businessLine().map(LineCode::value).orElse(""),
                    row.scope().name(),
                    row.term().text())) {
                text.append(random.nextBoolean() ? field : '"' + field + '"').append(separator);
            }
            text.append("\"客" + lineEnd.repeat(breaks) + "\"\"" + separator + "\uD83D\uDE00\"");
            text.append(lineEnd);
            line += 1 + breaks;
        }

        ValidatedComplaints sample =
                ValidatedComplaints.of(encode(text.toString(), ENCODINGS[random.nextInt(4)]), CONTEXT);

        assertThat(sample.rows).isEqualTo(meant);
        assertThat(sample.judged().tally().refused()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void countsRowsOfRandomQuotesAndSeparators(long seed) throws IOException {
        Random random = new Random(seed);
        String[] pieces = {
            "\"", "\"", ",", ",", ",", "\r\n", "\n", "\r", "13810000001", "TELEMARKETING", "2026-10-09", "Y", " ", "é"
        };
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder(HEADER).append("\r\n");
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }

            ValidatedComplaints sample = ValidatedComplaints.of(encode(text.toString(), "UTF-8"), CONTEXT);

            long refusedLines = sample.findings.stream()
                    .filter(finding -> finding.code().severity() == FindingCode.Severity.REFUSED)
                    .map(finding -> finding.line().orElseThrow())
                    .distinct()
                    .count();
            assertThat(sample.judged().tally().accepted()).isEqualTo(sample.rows.size());
            assertThat(sample.judged().tally().refused()).isEqualTo(refusedLines);
            assertThat(sample.findings).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void validatesRandomBytes(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);

            assertThat(ValidatedComplaints.of(bytes, CONTEXT).judgement)
                    .isNotInstanceOf(UploadValidationResult.RetryWithEncoding.class);
        }
    }

    private static ComplaintRow row(int line, Random random) {
        return new ComplaintRow(
                line,
                new Mobile(13_810_000_000L + random.nextInt(10_000)),
                ComplaintType.values()[random.nextInt(2)],
                DAY.minusDays(random.nextInt(700)),
                LINES.get(random.nextInt(LINES.size())),
                UploadScope.values()[random.nextInt(2)],
                Term.values()[random.nextInt(3)]);
    }

    private static byte[] encode(String text, String encoding) {
        return (encoding.startsWith("UTF-16") ? "\uFEFF" + text : text).getBytes(Charset.forName(encoding));
    }
}
