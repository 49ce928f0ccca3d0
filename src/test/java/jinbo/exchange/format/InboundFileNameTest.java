package jinbo.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import jinbo.participant.insurer.InsurerCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundFileNameTest {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 12);

    @ParameterizedTest
    @EnumSource
    void parsesNamesOfEveryKind(FileKind kind) {
        InboundFileName name = new InboundFileName(kind, YUNHE, TODAY.minusDays(31), 7);

        assertThat(InboundFileName.parse(name.fileName(), YUNHE, TODAY)).isEqualTo(new InboundFileName.Valid(name));
    }

    @Test
    void stemOmitsExtensions() {
        InboundFileName name = new InboundFileName(FileKind.CASE_ANSWERS, YUNHE, TODAY, 12);

        assertThat(name.fileName()).isEqualTo("case-answers-YUNHE-20261012-012.csv.pgp");
        assertThat(name.stem()).isEqualTo("case-answers-YUNHE-20261012-012");
    }

    @ParameterizedTest
    @CsvSource({
        "complaints-YUNHE-20261013-001.csv.pgp, DATE_IN_FUTURE",
        "complaints-YUNHE-20260910-001.csv.pgp, DATE_TOO_OLD",
        "complaints-YUNHE-20260931-001.csv.pgp, DATE_IMPOSSIBLE",
        "complaints-YUNHE-20260229-001.csv.pgp, DATE_IMPOSSIBLE",
        "complaints-YUNHE-20261012-000.csv.pgp, NUMBER_ZERO",
        "complaints-CHENGXI-20261012-001.csv.pgp, NOT_OF_THIS_DROP",
        "complaint-YUNHE-20261012-001.csv.pgp, KIND_UNKNOWN",
        "receipt-YUNHE-20261012-001.json.pgp, KIND_UNKNOWN",
        "cases-YUNHE-20261012-001.csv.pgp, KIND_UNKNOWN",
        "complaints-YUNHE-20261012-001.json.pgp, EXTENSION_OF_ANOTHER_KIND",
        "ack-YUNHE-20261012-001.csv.pgp, EXTENSION_OF_ANOTHER_KIND",
    })
    void distinguishesFaultsOfNames(String name, InboundFileName.Fault fault) {
        assertThat(InboundFileName.parse(name, YUNHE, TODAY)).isEqualTo(new InboundFileName.Invalid(fault));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "complaints.csv.pgp",
                "complaints-YUNHE-20261012-001.csv",
                "complaints-YUNHE-20261012-001.CSV.PGP",
                "complaints-YUNHE-20261012-001.csv.gpg",
                "Complaints-YUNHE-20261012-001.csv.pgp",
                "complaints-yunhe-20261012-001.csv.pgp",
                "complaints-YUNHE-20261012-1.csv.pgp",
                "complaints-YUNHE-20261012-1000.csv.pgp",
                "complaints-YUNHE-２０２６1012-001.csv.pgp",
                "complaints-YUNHE-20261012-001.csv.pgp\n",
                " complaints-YUNHE-20261012-001.csv.pgp",
                "../complaints-YUNHE-20261012-001.csv.pgp",
                "complaints-YUNHE-20261012-001.csv.pgp\u0000.part",
            })
    void refusesNamesOfAnyOtherShape(String name) {
        assertThat(InboundFileName.parse(name, YUNHE, TODAY))
                .isEqualTo(new InboundFileName.Invalid(InboundFileName.Fault.SHAPE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".csv", ".csv.pgp"})
    void parsesMentionedNamesWithOrWithoutExtensions(String extensions) {
        assertThat(InboundFileName.parseMentioned("complaints-YUNHE-20120921-001" + extensions))
                .contains(new InboundFileName(FileKind.COMPLAINTS, YUNHE, LocalDate.of(2012, 9, 21), 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "complaints",
                "13810001234",
                "complaints-YUNHE-20120931-001",
                "complaints-YUNHE-20120921-000",
                "complaints-YUNHE-20120921-1",
                "complaints-yunhe-20120921-001",
                "Complaints-YUNHE-20120921-001",
                "complaint-YUNHE-20120921-001",
                "complaints-YUNHE-20120921-001.json",
                "complaints-YUNHE-20120921-001.pgp",
                "complaints-YUNHE-20120921-001.csv.pgp.2",
                "complaints-YUNHE-20120921-001\n",
            })
    void ignoresMentionsOfImpossibleNames(String typed) {
        assertThat(InboundFileName.parseMentioned(typed)).isEmpty();
    }

    @Test
    void namesAndCountsAnswersByStem() {
        assertThat(AnswerFileNames.receipt("complaints-YUNHE-20261012-001", 1))
                .isEqualTo("receipt-complaints-YUNHE-20261012-001.json.pgp");
        assertThat(AnswerFileNames.receipt("complaints-YUNHE-20261012-001", 2))
                .isEqualTo("receipt-complaints-YUNHE-20261012-001.2.json.pgp");
        assertThat(AnswerFileNames.outcome("complaints-YUNHE-20261012-001", 10))
                .isEqualTo("outcome-complaints-YUNHE-20261012-001.10.csv.pgp");
        assertThatThrownBy(() -> AnswerFileNames.receipt("x", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAnswersToInvalidNamesByHash() {
        assertThat(AnswerFileNames.receipt(AnswerFileNames.invalidStem("0123456789abcdef".repeat(4)), 1))
                .isEqualTo("receipt-invalid-0123456789abcdef.json.pgp");
        assertThatThrownBy(() -> AnswerFileNames.invalidStem("../../etc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("etc");
    }

    @ParameterizedTest
    @EnumSource
    void parsesNamesOfListsAndManifests(ListKind kind) {
        BlockListFileName list = new BlockListFileName(YUNHE, 42, kind);

        assertThat(list.fileName()).isEqualTo("blocklist-YUNHE-00000042-" + kind.code() + ".csv.pgp");
        assertThat(list.manifestName()).isEqualTo("blocklist-YUNHE-00000042.manifest.json.pgp");
        assertThat(BlockListFileName.parse(list.fileName())).contains(list);
        assertThat(ManifestFileName.parse(list.manifestName())).contains(new ManifestFileName(YUNHE, 42));
        assertThat(BlockListFileName.parse(list.manifestName())).isEmpty();
        assertThat(ManifestFileName.parse(list.fileName())).isEmpty();
    }

    @Test
    void sequencesBeginWithOne() {
        assertThat(BlockListFileName.parse("blocklist-YUNHE-00000000-full.csv.pgp"))
                .isEmpty();
        assertThat(ManifestFileName.parse("blocklist-YUNHE-00000000.manifest.json.pgp"))
                .isEmpty();
        assertThatThrownBy(() -> new BlockListFileName(YUNHE, 100_000_000, ListKind.FULL))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
