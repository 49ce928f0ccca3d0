package jinbo.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Random;
import jinbo.batch.validation.WithdrawalValidator.WithdrawalRow;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WithdrawalValidatorTest {

    private static final String HEADER = "file,line,reason\r\n";
    private static final String FILE = "complaints-YUNHE-20261009-001";
    private static final String ROW = FILE + ",3,wrong number\r\n";

    @Test
    void readsStemWithOneLineOrAllLines() throws IOException {
        ValidatedWithdrawals judged = judge(HEADER + ROW + FILE + ".csv.pgp,,\r\n");

        assertThat(judged.rows)
                .containsExactly(
                        new WithdrawalRow(2, FILE, OptionalInt.of(3), "wrong number"),
                        new WithdrawalRow(3, FILE, OptionalInt.empty(), ""));
    }

    @ParameterizedTest
    @CsvSource({"2,true", "2147483647,true", "2147483648,false", "1,false", "02,false", "+2,false", "2e0,false"})
    void readsLineAsWholeNumberFromTwo(String typed, boolean isOne) throws IOException {
        ValidatedWithdrawals judged = judge(HEADER + FILE + "," + typed + ",\r\n");

        assertThat(judged.judged().tally().accepted()).isEqualTo(isOne ? 1 : 0);
        assertThat(judged.findings).hasSize(isOne ? 0 : 1);
    }

    @Test
    void readsValidFileNameAfterInvalidOne() throws IOException {
        ValidatedWithdrawals judged = judge(HEADER + "nothing,3,\r\nnothing,4,\r\n" + ROW + ROW + ",3,\r\n");

        assertThat(judged.findings)
                .extracting(Finding::code)
                .containsExactly(FindingCode.FILE_UNKNOWN, FindingCode.FILE_UNKNOWN, FindingCode.FILE_UNKNOWN);
        assertThat(judged.rows).extracting(WithdrawalRow::line).containsExactly(4, 5);
    }

    @Test
    void printsNoPhoneNumbers() throws IOException {
        ValidatedWithdrawals judged = judge(HEADER
                + FILE + ",3,not 138-1000-0001 but \"13810000002\"\r\n"
                + "13810000001,3,\r\n"
                + "complaints-13810000001-20261009-001,3,\r\n"
                + FILE + ",13810000001,\r\n");

        assertThat(judged.judged().tally().refused()).isEqualTo(3);
        assertThat(judged.findings.toString()).doesNotContain("1381000");
        assertThat(judged.rows.toString()).contains("***").doesNotContain("1000");
    }

    @Test
    void readsFileAgainAsGb18030AfterInvalidUtf8() throws IOException {
        byte[] bytes = (HEADER + ROW.repeat(20_000) + FILE + ",4,号").getBytes(Charset.forName("GB18030"));

        assertThat(ValidatedWithdrawals.once(new ByteArrayInputStream(bytes), UploadLimits.DEFAULT).judgement)
                .isEqualTo(new UploadValidationResult.RetryWithEncoding(UploadEncoding.GB18030));
        assertThat(ValidatedWithdrawals.of(bytes, UploadLimits.DEFAULT)
                        .judged()
                        .tally()
                        .accepted())
                .isEqualTo(20_001);
    }

    @Test
    void refusesTooManyRowsWithoutCountingBlankLines() throws IOException {
        UploadLimits three = new UploadLimits(3, 8192);
        String rows = HEADER + (ROW + "\r\n,,\r\n").repeat(3);

        assertThat(ValidatedWithdrawals.of(bytes(rows), three).judged().tally().rows())
                .isEqualTo(3);
        assertThat(ValidatedWithdrawals.of(bytes(rows + ROW), three).refused().finding())
                .isEqualTo(Finding.atLine(11, FindingCode.TOO_LARGE));
    }

    @Test
    void propagatesFailureOfTheStream() {
        InputStream failing = new SequenceInputStream(new ByteArrayInputStream(bytes(HEADER)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the envelope is damaged");
            }
        });

        assertThatThrownBy(() -> ValidatedWithdrawals.once(failing, UploadLimits.DEFAULT))
                .isInstanceOf(IOException.class)
                .hasMessage("the envelope is damaged");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void countsRowsOfRandomQuotesAndSeparators(long seed) throws IOException {
        Random random = new Random(seed);
        String[] pieces = {"\"", ",", ",", ",", "\r\n", "\n", "\r", FILE, FILE + ".csv", "3", "1", "é", " "};
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder(HEADER);
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }

            ValidatedWithdrawals judged = judge(text.toString());

            long refusedLines = judged.findings.stream()
                    .map(finding -> finding.line().orElseThrow())
                    .distinct()
                    .count();
            assertThat(judged.judged().tally().accepted()).isEqualTo(judged.rows.size());
            assertThat(judged.judged().tally().refused()).isEqualTo(refusedLines);
            assertThat(judged.findings).doesNotHaveDuplicates();
        }
    }

    private static ValidatedWithdrawals judge(String text) throws IOException {
        return ValidatedWithdrawals.of(bytes(text), UploadLimits.DEFAULT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
