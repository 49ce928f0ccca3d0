package jinbo.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.batch.validation.ComplaintValidator.UploadContext;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.Finding.FindingCause;
import jinbo.exchange.format.FindingCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Complements the published samples. */
class WrongSeparatorTest {

    private static final UploadContext CONTEXT = ValidatedComplaints.receivedOn(LocalDate.of(2026, 10, 12));

    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("mobile;complaint;complained_on\r\n13810000001;TELEMARKETING;2026-10-09,\r\n", SEMICOLON),
                Arguments.of("\"mobile\";\"complaint\";\"complained_on\"\r\n", SEMICOLON),
                Arguments.of("手机号;投诉\r\n", SEMICOLON),
                Arguments.of("\uFEFFmobile|complaint\r\n", Optional.of(FindingCause.PIPE)),
                Arguments.of("mobile,complaint，complained_on\r\n", FULL_WIDTH),
                Arguments.of("mobile\tcomplaint，complained_on\r\n", FULL_WIDTH),
                Arguments.of("SEP=;\nmobile;complaint;complained_on\n", LINE),
                Arguments.of("\"sep=,\"\nmobile,complaint,complained_on\n", LINE),
                Arguments.of("13810000001;TELEMARKETING;2026-10-09\r\n", SEMICOLON),
                Arguments.of("13810000001,TELEMARKETING,2026-10-09,,,,北京，上海;|\r\n", NONE),
                Arguments.of("mobile,complaint,complained_on,note;s\r\n", NONE),
                Arguments.of("mobile complaint complained_on\r\n", NONE));
    }

    private static final Optional<FindingCause> NONE = Optional.empty();
    private static final Optional<FindingCause> SEMICOLON = Optional.of(FindingCause.SEMICOLON);
    private static final Optional<FindingCause> FULL_WIDTH = Optional.of(FindingCause.FULL_WIDTH_COMMA);
    private static final Optional<FindingCause> LINE = Optional.of(FindingCause.SEPARATOR_LINE);

    @ParameterizedTest
    @MethodSource("headers")
    void namesWrongSeparator(String file, Optional<FindingCause> cause) throws IOException {
        for (String before : new String[] {"", "\r\n \n"}) {
            Finding finding = ValidatedComplaints.of((before + file).getBytes(StandardCharsets.UTF_8), CONTEXT)
                    .refused()
                    .finding();

            assertThat(finding.code()).isEqualTo(FindingCode.HEADER_INVALID);
            assertThat(finding.line()).hasValue(before.isEmpty() ? 1 : 3);
            assertThat(finding.cause()).isEqualTo(cause);
        }
    }
}
