package jinbo.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import jinbo.batch.validation.ComplaintValidator.ComplaintRow;
import jinbo.batch.validation.ComplaintValidator.UploadContext;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Malicious uploads and broken exports. */
class HostileUploadTest {

    private static final UploadContext CONTEXT = ValidatedComplaints.receivedOn(LocalDate.of(2026, 10, 12));
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEADER = "mobile,complaint,complained_on,consent,scope,term,reference\r\n";
    private static final String ROW = "13810000001,TELEMARKETING,2026-10-09,,,,";

    @Test
    void refusesUnclosedQuoteAndKeepsRowsBeforeIt() throws IOException {
        ValidatedComplaints sample = judge(HEADER + ROW + "\r\n" + ROW + "\"open\r\n" + (ROW + "\r\n").repeat(20));

        assertThat(sample.judged().tally().accepted()).isEqualTo(1);
        assertThat(sample.findings).containsExactly(Finding.atLine(3, FindingCode.ROW_SHAPE));
    }

    @Test
    void refusesFileForUnclosedQuoteAboveTheRowLimit() throws IOException {
        ValidatedComplaints sample = judge(HEADER + ROW + "\r\n" + ROW + "\"open\r\n" + (ROW + "\r\n").repeat(5000));

        assertThat(sample.refused().finding()).isEqualTo(Finding.atLine(3, FindingCode.TOO_LARGE));
    }

    @Test
    void readsRowsAfterUnclosedQuoteThatMeetsAnother() throws IOException {
        ValidatedComplaints sample =
                judge(HEADER + ROW + "\"open\r\n" + ROW + "\"closed\"\r\n" + ROW + "\r\n" + ROW + "\"x\"\"\"\r\n");

        assertThat(sample.findings.get(0)).isEqualTo(Finding.atLine(2, FindingCode.ROW_SHAPE));
        assertThat(sample.rows).extracting(ComplaintRow::line).containsExactly(4, 5);
    }

    @Test
    void detectsUnclosedQuoteInTheLastField() throws IOException {
        assertThat(judge(HEADER + ROW + "\"").findings).containsExactly(Finding.atLine(2, FindingCode.ROW_SHAPE));
        assertThat(judge(HEADER + ROW + "\"\"\"").findings).containsExactly(Finding.atLine(2, FindingCode.ROW_SHAPE));
        assertThat(judge(HEADER + ROW + "\"\"").findings).isEmpty();
    }

    @Test
    void reopenedQuotesDoNotSwallowTheLineEnd() throws IOException {
        ValidatedComplaints sample = judge(HEADER + ROW + "\"a\"b\"c\r\n" + ROW + "\r\n");

        assertThat(sample.findings).containsExactly(Finding.atLine(2, FindingCode.ROW_SHAPE));
        assertThat(sample.rows).hasSize(1);
    }

    @Test
    void refusesFileWithRowOfAMillionColumns() throws IOException {
        ValidatedComplaints sample = judge(HEADER + ROW + "\r\n" + ",".repeat(1_000_000) + "x\r\n");

        assertThat(sample.refused().finding()).isEqualTo(Finding.atLine(3, FindingCode.TOO_LARGE));
    }

    @Test
    void refusesOnlyTheRowWithTooManyColumns() throws IOException {
        ValidatedComplaints sample = judge(HEADER + ",".repeat(8000) + "x\r\n" + ROW);

        assertThat(sample.findings).containsExactly(Finding.atLine(2, FindingCode.ROW_SHAPE));
        assertThat(sample.rows).hasSize(1);
    }

    @Test
    void refusesFileWithHeaderOfAMillionColumns() throws IOException {
        assertThat(judge("mobile,".repeat(1_000_000)).refused().code()).isEqualTo(FindingCode.TOO_LARGE);
        assertThat(judge("mobile,".repeat(1000)).refused().code()).isEqualTo(FindingCode.HEADER_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "=", "\"\"", "\u3000", "\uD83D\uDE00", "x\r\n", "\r", "\n"})
    void refusesEndlessFieldAfterReadingLittle(String piece) throws IOException {
        EndlessStream endless = new EndlessStream(HEADER + ROW + "\"", piece);

        ValidatedComplaints sample = ValidatedComplaints.once(endless, CONTEXT);

        assertThat(sample.refused().finding()).isEqualTo(Finding.atLine(2, FindingCode.TOO_LARGE));
        assertThat(endless.read).isLessThan(1 << 20);
    }

    @Test
    void readsFieldOfExactlyTheLimit() throws IOException {
        int room = UploadLimits.DEFAULT.maxRecordChars() - ROW.length();

        assertThat(judge(HEADER + ROW + "x".repeat(room)).findings)
                .extracting(Finding::code)
                .contains(FindingCode.REFERENCE_TOO_LONG);
        assertThat(judge(HEADER + ROW + "x".repeat(room + 1)).refused().code()).isEqualTo(FindingCode.TOO_LARGE);
        assertThat(judge(HEADER + ROW + "\"" + "x".repeat(room - 2) + "\"").findings)
                .extracting(Finding::code)
                .contains(FindingCode.REFERENCE_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0001", "\u0008", "\u000B", "\u001A", "\u001B", "\u007F", "\u0085"})
    void refusesControlCharacterAnywhere(String control) throws IOException {
        assertThat(judge(HEADER + ROW + control + "\r\n").refused().finding())
                .isEqualTo(Finding.atLine(2, FindingCode.TEXT_INVALID));
        assertThat(judge(HEADER + ROW + "\"\r\n" + control + "\"\r\n").refused().finding())
                .isEqualTo(Finding.atLine(3, FindingCode.TEXT_INVALID));
    }

    @Test
    void refusesPicture() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};

        assertThat(ValidatedComplaints.of(png, CONTEXT).refused().code()).isEqualTo(FindingCode.TEXT_INVALID);
    }

    @Test
    void readsFileAgainAsGb18030AfterInvalidUtf8() throws IOException {
        String many = HEADER + (ROW + "x\r\n").repeat(20_000);
        byte[] bytes = (many + ROW + "客").getBytes(GB18030);

        ValidatedComplaints first = ValidatedComplaints.once(new ByteArrayInputStream(bytes), CONTEXT);
        ValidatedComplaints again = ValidatedComplaints.of(bytes, CONTEXT);

        assertThat(first.judgement).isEqualTo(new UploadValidationResult.RetryWithEncoding(UploadEncoding.GB18030));
        assertThat(again.judged().tally().accepted()).isEqualTo(20_001);
    }

    @Test
    void readsFileAgainAsGb18030IfItsFirstCharactersLookLikeControlCharactersInUtf8() throws IOException {
        byte[] bytes = (HEADER + ROW + "聯絡").getBytes(GB18030);
        assertThat(bytes).as("valid as UTF-8, a C1 control character").containsSequence(0xC2, 0x93);

        assertThat(ValidatedComplaints.of(bytes, CONTEXT).judged().tally().accepted())
                .isEqualTo(1);
    }

    @Test
    void readsMixedEncodingsAsOneWithoutChangingNumbers() throws IOException {
        byte[] mixed =
                concat((HEADER + ROW + "客服\r\n").getBytes(StandardCharsets.UTF_8), (ROW + "客服\r\n").getBytes(GB18030));

        ValidatedComplaints sample = ValidatedComplaints.of(mixed, CONTEXT);

        assertThat(sample.readAs).isEqualTo(UploadEncoding.GB18030);
        assertThat(sample.rows)
                .extracting(row -> row.mobile().value())
                .containsExactly(13_810_000_001L, 13_810_000_001L);
    }

    @Test
    void refusesTruncatedCharacterAtTheEnd() throws IOException {
        byte[] utf16 =
                concat(new byte[] {(byte) 0xFF, (byte) 0xFE}, (HEADER + ROW).getBytes(StandardCharsets.UTF_16LE));

        assertThat(ValidatedComplaints.of(Arrays.copyOf(utf16, utf16.length - 1), CONTEXT)
                        .refused()
                        .finding())
                .isEqualTo(Finding.atLine(2, FindingCode.TEXT_INVALID));
    }

    @ParameterizedTest
    @ValueSource(ints = {65_520, 65_531, 65_532, 65_533, 65_534, 65_535, 65_536})
    void readsCharacterAcrossTwoBuffers(int before) throws IOException {
        int rows = (before - HEADER.length() - ROW.length()) / (ROW.length() + 2) - 1;
        StringBuilder text = new StringBuilder(HEADER).append((ROW + "\r\n").repeat(rows));
        text.append("\r\n".repeat((before - text.length() - ROW.length()) / 2)).append(ROW);
        text.append("x".repeat(before - text.length()))
                .append("客\uD83D\uDE00服\r\n")
                .append(ROW);

        assertThat(judge(text.toString()).judged().tally().refused()).isZero();
        assertThat(ValidatedComplaints.of(text.toString().getBytes(GB18030), CONTEXT)
                        .judged()
                        .tally())
                .isEqualTo(judge(text.toString()).judged().tally());
    }

    @Test
    void countsRowsOfTheMostRepeatedNumber() throws IOException {
        String others = rows(13_810_000_002L, 500);

        assertThat(judge(HEADER + others).judged().rowsOfOneNumber()).isEqualTo(1);
        assertThat(judge(HEADER + others + (ROW + "\r\n").repeat(30) + others)
                        .judged()
                        .rowsOfOneNumber())
                .isEqualTo(30);
    }

    @Test
    void anyNumberCanBeTheMostRepeatedOneIfMoreNumbersAreRepeatedThanAreCounted() throws IOException {
        String counted = rows(13_810_000_002L, 100_000);

        assertThat(judge(HEADER + counted + counted + ROW).judged().rowsOfOneNumber())
                .isEqualTo(2);
        assertThat(judge(HEADER + counted + counted + ROW + "\r\n" + ROW)
                        .judged()
                        .rowsOfOneNumber())
                .isEqualTo(Integer.MAX_VALUE);
    }

    private static String rows(long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(mobile -> mobile + ",TELEMARKETING,2026-10-09,,,,\r\n")
                .collect(Collectors.joining());
    }

    @Test
    void refusesTooManyRowsWithoutCountingBlankLines() throws IOException {
        UploadLimits three = new UploadLimits(3, 8192);
        String rows = HEADER + (ROW + "\r\n\r\n,,,,,,\r\n").repeat(3);

        assertThat(ValidatedComplaints.of(bytes(rows), CONTEXT, three)
                        .judged()
                        .tally()
                        .rows())
                .isEqualTo(3);
        assertThat(ValidatedComplaints.of(bytes(rows + ROW), CONTEXT, three)
                        .refused()
                        .finding())
                .isEqualTo(Finding.atLine(11, FindingCode.TOO_LARGE));
    }

    @Test
    void printsNoPhoneNumbers() throws IOException {
        ValidatedComplaints noHeader = judge(ROW + "\r\n");
        ValidatedComplaints row = judge(HEADER + "13810000001;13810000002,x13810000001,13810000001,,,,\r\n");

        assertThat(noHeader.refused().toString()).doesNotContain("1381000");
        assertThat(row.findings.toString()).doesNotContain("1381000");
        assertThat(judge(HEADER + ROW).rows.toString()).contains("ComplaintRow").doesNotContain("1381000");
    }

    @Test
    void propagatesFailureOfTheStream() {
        InputStream failing = new SequenceInputStream(new ByteArrayInputStream(bytes(HEADER)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the envelope is damaged");
            }
        });

        assertThatThrownBy(() -> ValidatedComplaints.once(failing, CONTEXT))
                .isInstanceOf(IOException.class)
                .hasMessage("the envelope is damaged");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void readsValidUploadToTheEndOfItsStream(int rows) throws IOException {
        boolean[] ended = new boolean[1];
        byte[] sound = bytes(HEADER + (ROW + "\r\n").repeat(rows));
        InputStream watched = new InputStream() {
            private int at;

            @Override
            public int read() {
                ended[0] |= at == sound.length;
                return at == sound.length ? -1 : sound[at++];
            }
        };

        assertThat(ValidatedComplaints.once(watched, CONTEXT).judgement)
                .isInstanceOf(UploadValidationResult.Complete.class);
        assertThat(ended[0]).isTrue();
    }

    /** The decoder reads 65,536 bytes at a time and passes on 8,192 characters. */
    @Test
    void readsWindowsEuroSignAtAnyBufferPosition() throws IOException {
        byte[] row = (ROW + "\u00a0").getBytes(GB18030);
        for (int padding : new int[] {0, 8191 - HEADER.length(), 8192 - HEADER.length(), 65_535 - HEADER.length()}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes((HEADER + "\r".repeat(padding)).getBytes(GB18030));
            bytes.writeBytes(new byte[] {(byte) 0x80, (byte) 0x80, '\r'});
            bytes.writeBytes(row);
            bytes.write(0x80);

            ValidatedComplaints sample = ValidatedComplaints.of(bytes.toByteArray(), CONTEXT);

            assertThat(sample.readAs).isEqualTo(UploadEncoding.GB18030);
            assertThat(sample.findings).containsExactly(Finding.atLine(2 + padding, FindingCode.ROW_SHAPE));
            assertThat(sample.rows).hasSize(1);
        }
    }

    /** 0xFF is invalid in both encodings; 0x80 is invalid in UTF-8, which a byte order mark has declared. */
    @ParameterizedTest
    @ValueSource(strings = {"ff", "efbbbf80"})
    void readsNoOtherByteAsWindowsDoes(String hex) throws IOException {
        byte[] start = HexFormat.of().parseHex(hex);
        byte[] text = (HEADER + ROW).getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(start, start.length + text.length);
        System.arraycopy(text, 0, bytes, start.length, text.length);

        assertThat(ValidatedComplaints.of(bytes, CONTEXT).refused().finding())
                .isEqualTo(Finding.atLine(1, FindingCode.TEXT_INVALID));
    }

    private static ValidatedComplaints judge(String text) throws IOException {
        return ValidatedComplaints.of(bytes(text), CONTEXT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Repeats a piece after a beginning; fails long after the reader should have stopped. */
    private static final class EndlessStream extends InputStream {

        private static final long PATIENCE = 16L << 20;

        private final byte[] start;
        private final byte[] piece;
        private long read;

        EndlessStream(String start, String piece) {
            this.start = bytes(start);
            this.piece = bytes(piece);
        }

        @Override
        public int read() throws IOException {
            if (read > PATIENCE) {
                throw new IOException("read on and on");
            }
            long at = read++;
            return Byte.toUnsignedInt(
                    at < start.length ? start[(int) at] : piece[(int) ((at - start.length) % piece.length)]);
        }
    }
}
