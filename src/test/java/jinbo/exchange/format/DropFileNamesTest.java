package jinbo.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import jinbo.exchange.format.InboundFileName.ArchivedFileName;
import jinbo.participant.insurer.InsurerCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names by the association are recognized; other names in a drop are not. */
class DropFileNamesTest {

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
    void numbersCertificatesByDayAndInsurer() {
        LocalDate day = LocalDate.of(2012, 9, 21);
        String name = new CertificateFileName(YUNHE, day, 7).fileName();

        assertThat(name).isEqualTo("certificate-YUNHE-20120921-007.asc.pgp");
        assertThat(CertificateFileName.numberIn(name, YUNHE, day)).hasValue(7);
        assertThat(CertificateFileName.numberIn(name, YUNHE, day.plusDays(1))).isEmpty();
        assertThat(CertificateFileName.numberIn(name, new InsurerCode("BEIDOU"), day))
                .isEmpty();
        assertThat(CertificateFileName.numberIn("receipt-" + name, YUNHE, day)).isEmpty();
        assertThatThrownBy(() -> new CertificateFileName(YUNHE, day, 1000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void certificateNameIsNeitherAnswerNorList() {
        String name = new CertificateFileName(YUNHE, LocalDate.of(2012, 9, 21), 1).fileName();

        assertThat(AnswerFileNames.parse(YUNHE, name)).isEmpty();
        assertThat(BlockListFileName.parse(name)).isEmpty();
        assertThat(ManifestFileName.parse(name)).isEmpty();
    }
}
