package jinbo.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.batch.validation.CaseAnswerValidator.CaseAnswerRow;
import jinbo.cases.CaseAnswer;
import jinbo.cases.Salesperson;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import jinbo.participant.insurer.UnitCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each downloadable sample of case answers has the published result. */
class PublishedCaseAnswersTest {

    private static final Path FOLDER = Path.of("exchange-formats", "case-answers", "v1");

    @TestFactory
    Stream<DynamicTest> every_accepted_sample_says_the_answers_beside_it() throws IOException {
        return PublishedSample.in(FOLDER.resolve("accepted"))
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    ValidatedCaseAnswers judged = answer(sample);
                    sample.becomes(
                            "line,case,answer,dispute,words,unit,salesperson,policy_from,policy_until,"
                                    + "sold_by_telephone,service_call,evidence_reference",
                            judged.rows.stream().map(PublishedCaseAnswersTest::fields));
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_refused_sample_gets_the_answers_beside_it() throws IOException {
        return PublishedSample.in(FOLDER.resolve("refused"))
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> answer(sample)));
    }

    @Test
    void everyCodeOfCaseAnswersHasASample() throws IOException {
        for (FindingCode code : EnumSet.range(FindingCode.CASE_UNKNOWN, FindingCode.CELL_NOT_FOR_ANSWER)) {
            PublishedSample.of(code, FOLDER).findsItsCode(code);
        }
    }

    @Test
    void removesInvisibleCharactersAndMasksDigits() throws IOException {
        ValidatedCaseAnswers judged = ValidatedCaseAnswers.of(
                "case,answer,words\r\nC2026-7KQ2M9XW-Y,ACCEPT,a\u202Eb１３８０００１２３４５ 0086 138 0001 2345\r\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(judged.rows)
                .singleElement()
                .satisfies(row -> assertThat(row.words()).isEqualTo("a b*** ***"));
    }

    @Test
    void refusesCellOfTheMaximumRowLength() throws IOException {
        String longest = "x".repeat(UploadLimits.DEFAULT.maxRecordChars() - 100);
        ValidatedCaseAnswers judged = ValidatedCaseAnswers.of(("case,answer,words,unit,evidence_reference\r\n"
                        + longest + ",ACCEPT,,,\r\nC2026-7KQ2M9XW-Y,ACCEPT," + longest + ",,\r\n"
                        + "C2026-7KQ2M9XW-Y,ACCEPT,," + longest + ",\r\nC2026-7KQ2M9XW-Y,EXEMPTION,,," + longest
                        + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        ValidatedCaseAnswers tooLong = ValidatedCaseAnswers.of(
                ("case,answer\r\n" + longest.repeat(2) + ",ACCEPT\r\n").getBytes(StandardCharsets.UTF_8));

        assertThat(judged.rows).isEmpty();
        assertThat(judged.findings)
                .extracting(Finding::code)
                .contains(
                        FindingCode.CASE_UNKNOWN,
                        FindingCode.WORDS_TOO_LONG,
                        FindingCode.UNIT_NOT_REGISTERED,
                        FindingCode.EXEMPTION_INCOMPLETE);
        assertThat(((UploadValidationResult.Refused) tooLong.judgement).code()).isEqualTo(FindingCode.TOO_LARGE);
    }

    private static ValidatedCaseAnswers answer(PublishedSample sample) throws IOException {
        ValidatedCaseAnswers judged = ValidatedCaseAnswers.of(sample.bytes());
        if (judged.judgement instanceof UploadValidationResult.Refused refused) {
            Tally unread = Tally.unread(refused.code());
            sample.isAnswered(judged.readAs, ReceiptStatus.REFUSED, unread, List.of(refused.finding()));
            return judged;
        }
        SampleCaseRequests before = new SampleCaseRequests(FOLDER);
        List<Finding> late = judged.rows.stream()
                .map(before::answer)
                .flatMap(Optional::stream)
                .toList();
        Map<FindingCode, Long> more = new EnumMap<>(FindingCode.class);
        late.forEach(finding -> more.merge(finding.code(), 1L, Long::sum));
        Tally tally =
                ((UploadValidationResult.Complete) judged.judgement).tally().refusing(more);
        List<Finding> findings = new ArrayList<>(judged.findings);
        findings.addAll(late);
        findings.sort(Comparator.comparingInt(finding -> finding.line().orElseThrow()));
        sample.isAnswered(judged.readAs, tally.status(), tally, findings);
        return judged;
    }

    private static List<String> fields(CaseAnswerRow row) {
        CaseAnswer.Content content = row.content();
        List<String> fields = new ArrayList<>(List.of(
                Integer.toString(row.line()),
                row.number().value(),
                content.kind().name(),
                content instanceof CaseAnswer.Dispute dispute ? dispute.reason().name() : "",
                row.words(),
                row.unit().map(UnitCode::value).orElse(""),
                row.salesperson().map(Salesperson::value).orElse("")));
        fields.addAll(
                content instanceof CaseAnswer.Exempt claim
                        ? List.of(
                                claim.exemption().policyFrom().toString(),
                                claim.exemption().policyUntil().toString(),
                                claim.exemption().soldByTelephone() ? "Y" : "N",
                                claim.exemption().serviceCall() ? "Y" : "N",
                                claim.exemption().evidenceReference())
                        : List.of("", "", "", "", ""));
        return fields;
    }
}
