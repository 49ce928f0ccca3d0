package jinbo.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import jinbo.exchange.format.InboundFileName.ArchivedFileName;
import jinbo.exchange.format.OutboundFileName.Kind;
import jinbo.participant.insurer.InsurerCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names by the association are recognized; other names in a drop are not. */
class DropFileNamesTest {

    private static final LocalDate DAY = LocalDate.of(2012, 9, 21);

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");

    @ParameterizedTest
    @CsvSource({
        "complaints-YUNHE-20120921-001.csv.pgp, complaints-YUNHE-20120921-001.csv.pgp, complaints-YUNHE-20120921-001",
        "complaints-YUNHE-20120921-001.csv.pgp.2, complaints-YUNHE-20120921-001.csv.pgp, complaints-YUNHE-20120921-001",
        "invalid-0123456789abcdef.pgp, invalid-0123456789abcdef.pgp, invalid-0123456789abcdef",
        "invalid-0123456789abcdef.pgp.12, invalid-0123456789abcdef.pgp, invalid-0123456789abcdef",
    })
    void parsesNamesOfArchivedUploads(String name, String original, String stem) {
        assertThat(ArchivedFileName.parse(YUNHE, name)).hasValue(new ArchivedFileName(original, stem));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaints-BEIDOU-20120921-001.csv.pgp",
                "complaints-YUNHE-20120921-001.csv",
                "complaints-YUNHE-20120921-001.csv.pgp.0",
                "13810001234.csv.pgp",
                "invalid-13810001234.pgp",
                "readme.txt",
            })
    void ignoresOtherNamesInAnArchive(String name) {
        assertThat(ArchivedFileName.parse(YUNHE, name)).isEmpty();
    }

    @Test
    void parsesNamesOfAnswers() {
        String stem = "complaints-YUNHE-20120921-001";
        for (int nth : new int[] {1, 2, 30}) {
            assertThat(AnswerFileNames.parse(YUNHE, AnswerFileNames.receipt(stem, nth)))
                    .hasValue(new AnswerFileNames.Answered(stem, nth));
            assertThat(AnswerFileNames.parse(YUNHE, AnswerFileNames.outcome("invalid-0123456789abcdef", nth)))
                    .hasValue(new AnswerFileNames.Answered("invalid-0123456789abcdef", nth));
        }
        assertThat(AnswerFileNames.parse(YUNHE, "receipt-complaints-BEIDOU-20120921-001.json.pgp"))
                .isEmpty();
        assertThat(AnswerFileNames.parse(YUNHE, "receipt-13810001234.json.pgp")).isEmpty();
    }

    @Test
    void parsesNamesOfFilesForInsurers() {
        OutboundFileName cases = new OutboundFileName(Kind.CASES, YUNHE, DAY, 7);
        OutboundFileName certificate = new OutboundFileName(Kind.CERTIFICATE, YUNHE, DAY, 999);

        assertThat(cases.fileName()).isEqualTo("cases-YUNHE-20120921-007.csv.pgp");
        assertThat(certificate.fileName()).isEqualTo("certificate-YUNHE-20120921-999.asc.pgp");
        assertThat(OutboundFileName.parse(cases.fileName())).contains(cases);
        assertThat(OutboundFileName.parse(certificate.fileName())).contains(certificate);
        assertThatThrownBy(() -> new OutboundFileName(Kind.CERTIFICATE, YUNHE, DAY, 1000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cases-YUNHE-20120921-000.csv.pgp",
                "cases-YUNHE-20121321-001.csv.pgp",
                "cases-yunhe-20120921-001.csv.pgp",
                "cases-YUNHE-20120921-001.asc.pgp",
                "cases-YUNHE-20120921-001.csv.pgp.part",
                "case-answers-YUNHE-20120921-001.csv.pgp",
                "receipt-certificate-YUNHE-20120921-001.asc.pgp"
            })
    void ignoresOtherNamesOfFilesForInsurers(String name) {
        assertThat(OutboundFileName.parse(name)).isEmpty();
    }

    @Test
    void numbersFilesForAnInsurerByKindAndDay() {
        List<String> others = List.of(
                "certificate-YUNHE-20120921-004.asc.pgp",
                "cases-BEIDOU-20120921-004.csv.pgp",
                "cases-YUNHE-20120922-004.csv.pgp",
                "receipt-cases-YUNHE-20120921-004.csv.pgp");

        assertThat(next(List.of(), List.of())).isEqualTo(1);
        assertThat(next(others, others)).isEqualTo(1);
        assertThat(next(List.of(cases(2)), List.of(cases(1)))).isEqualTo(3);
        assertThat(next(List.of(cases(2)), List.of(cases(3), cases(4), cases(6))))
                .isEqualTo(5);
        assertThat(next(List.of(), List.of(cases(999)))).isEqualTo(1);
    }

    @Test
    void usesANumberThoughAnInsurerHasTakenAll() {
        List<String> all =
                IntStream.rangeClosed(1, 999).mapToObj(DropFileNamesTest::cases).toList();

        assertThat(next(List.of(), all)).isEqualTo(1);
        assertThat(next(List.of(cases(1)), all)).isEqualTo(2);
    }

    private static int next(List<String> ours, List<String> onDrop) {
        return OutboundFileName.next(Kind.CASES, YUNHE, DAY, ours.stream(), onDrop::forEach)
                .number();
    }

    private static String cases(int number) {
        return new OutboundFileName(Kind.CASES, YUNHE, DAY, number).fileName();
    }

    @Test
    void certificateNameIsNeitherAnswerNorList() {
        String name = new OutboundFileName(Kind.CERTIFICATE, YUNHE, DAY, 1).fileName();

        assertThat(AnswerFileNames.parse(YUNHE, name)).isEmpty();
        assertThat(BlockListFileName.parse(name)).isEmpty();
        assertThat(ManifestFileName.parse(name)).isEmpty();
    }
}
