package jinbo.operator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.cases.CallPurpose;
import jinbo.cases.Case;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseParty;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseSource;
import jinbo.cases.CaseState;
import jinbo.cases.CaseSummary;
import jinbo.cases.ReportedCall;
import jinbo.cases.Salesperson;
import jinbo.cases.evidence.Evidence;
import jinbo.cases.evidence.Statement;
import jinbo.cases.evidence.StatementType;
import jinbo.operator.cases.CaseSheet;
import jinbo.participant.insurer.InsurerCode;
import org.junit.jupiter.api.Test;

class CaseResultsTest {

    private static final Instant NOW = Instant.parse("2026-04-10T02:00:00Z");
    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");

    @Test
    void showsNestedValueUnderTheNameOfTheLayout() {
        assertThat(told(shown(
                        Optional.of(new CaseParty(YUNHE, Optional.empty(), Optional.of(new Salesperson("S-17")))))))
                .containsSubsequence(
                        "Case C2026-7KQ2M9XW-Y",
                        "Insurer YUNHE",
                        "Unit -",
                        "Salesperson S-17",
                        "Purpose SALES",
                        "Due on 2026-04-03",
                        "Overdue yes");
        assertThat(told(shown(Optional.empty()))).contains("Salesperson -");
    }

    @Test
    void showsTextOfSeveralLinesBelowTheFields() {
        assertThat(told(shown(Optional.empty()))).containsSubsequence("Overdue yes", "", "they called", "at dinner");
    }

    @Test
    void whatThereIsNoneOfIsLeftOut() {
        assertThat(told(shown(Optional.empty()))).doesNotContain("History:", "Decisions (0):");
    }

    @Test
    void showsTheCommentOfAResultAfterIt() {
        assertThat(told(CaseSheet.of(
                        new Case(
                                summary(),
                                CaseSource.CONSUMER,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                List.of()),
                        List.of(),
                        NOW)))
                .endsWith("", "The consumer's statement about the call has been erased.");
    }

    /** A constant without sentence would be shown itself. */
    @Test
    void everyConstantOfTheEvidenceHasASentence() {
        assertThat(Stream.of(
                                constants("word.statement-line.says.", StatementType.values()),
                                constants("phrase.origin.source.", Statement.Source.Kind.values()),
                                constants("result.conclusion.proposed.", CaseRuling.values()),
                                constants("result.conclusion.nothing.", Evidence.Proposal.WhyNothing.values()))
                        .flatMap(keys -> keys))
                .allSatisfy(key ->
                        assertThat(Texts.in(Language.EN).has(key)).as(key).isTrue());
    }

    private static Stream<String> constants(String key, Enum<?>... constants) {
        return Stream.of(constants).map(constant -> key + constant.name());
    }

    private static CaseSheet shown(Optional<CaseParty> party) {
        return CaseSheet.of(
                new Case(
                        summary(),
                        CaseSource.CONSUMER,
                        party,
                        Optional.of(new ReportedCall(Optional.empty(), "they called\nat dinner")),
                        List.of(),
                        List.of(),
                        List.of()),
                List.of(),
                NOW);
    }

    private static CaseSummary summary() {
        return new CaseSummary(
                new CaseNumber("C2026-7KQ2M9XW-Y"),
                Optional.of(YUNHE),
                Optional.empty(),
                NOW,
                CallPurpose.SALES,
                NOW,
                CaseState.OPEN,
                NOW,
                Optional.of(LocalDate.of(2026, 4, 3)));
    }

    private static Stream<String> told(Object result) {
        StringWriter text = new StringWriter();
        new ResultRenderer(new Page(Texts.in(Language.EN), new PrintWriter(text))).render(result);
        return text.toString().lines().map(line -> line.replaceAll(" +", " ").strip());
    }
}
