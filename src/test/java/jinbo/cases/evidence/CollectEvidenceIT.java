package jinbo.cases.evidence;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessLog;
import jinbo.cases.AppealCase;
import jinbo.cases.CallPurpose;
import jinbo.cases.CaseAnswer;
import jinbo.cases.CaseError;
import jinbo.cases.CaseException;
import jinbo.cases.CaseFixture;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.Exemption;
import jinbo.cases.ViolationGround;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.LineCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Evidence has sources, contains no number, and is equal for equal facts. */
class CollectEvidenceIT {

    private final CaseFixture stage = new CaseFixture();
    private final InsurerCode yunhe = stage.join("YUNHE");

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void eachStatementHasSourceAndLogEntry() {
        Evidence evidence = weigh(acknowledgedAndCalled());

        assertThat(evidence.proposed()).contains(CaseRuling.VIOLATION);
        assertThat(evidence.grounds()).containsExactly(ViolationGround.BLOCK);
        assertThat(said(evidence))
                .containsExactly(
                        "CALL [2026-04-01 10:00:00, SALES, YUNHE, 2026-04-01 12:00:00, CONSUMER] CASE vouched",
                        "PARTY [YUNHE, AGENCY, -] CASE",
                        "CALLER_NOT_KNOWN [YUNHE] INSURER",
                        "LINE_NOT_NAMED [YUNHE, LIFE, LIFE] INSURER",
                        "NO_ANSWER [] CASE",
                        "HOURS_ALLOWED [21:00, 09:00, 2026-04-01 10:00:00, 5] SETTINGS",
                        "TAKING_PART [YUNHE/LIFE, IN_GOOD_STANDING] AGREEMENTS",
                        "BAN_BLOCKED [YUNHE/LIFE, 2026-03-12, 2028-03-12] REGISTRY",
                        "ACT_BEGAN [COMPLAINT, 1, 2026-03-02 10:00:00] UPLOAD complaints-YUNHE.pgp 2 vouched",
                        "ACT_SET_END [COMPLAINT, 1, 2026-03-02 10:00:00] UPLOAD complaints-YUNHE.pgp 2 vouched",
                        "TOLD_BY_LIST [1, 1, 2026-03-03 08:00:00] LIST blocklist-YUNHE-00000001-full.csv.pgp vouched",
                        "ACKNOWLEDGED [1, 2026-03-04 08:00:00, 2026-03-04 08:00:00] ACK ack-YUNHE.pgp vouched",
                        "UNITS_TOLD [BRANCH] LIST blocklist-YUNHE-00000001-full.csv.pgp",
                        "UNIT_OF_CALL_NOT_TOLD [AGENCY] LIST blocklist-YUNHE-00000001-full.csv.pgp",
                        "APPLIED_FROM [2026-03-07, 2026-03-03 08:00:00] SETTINGS");
        assertThat(evidence.statements())
                .flatExtracting(statement -> statement.vouched().stream().toList())
                .hasSize(5)
                .allSatisfy(entry -> assertThat(entry.proof())
                        .startsWith("c2sp.org/tlog-proof@v1\n")
                        .contains("index " + entry.index() + "\n"));
    }

    @Test
    void evidenceContainsNoNumberAndNoWordsOfTheConsumer() {
        Evidence evidence = weigh(acknowledgedAndCalled());

        assertThat(new String(evidence.canonical(), StandardCharsets.UTF_8) + evidence)
                .doesNotContain("13810001234", "01088886666", "dinner");
    }

    @Test
    void equalFactsHaveEqualHashes() {
        CaseNumber number = acknowledgedAndCalled();
        Evidence first = weigh(number);
        stage.at("2026-04-20T08:00").publish();

        assertThat(weigh(number).sha256()).isEqualTo(first.sha256()).matches("[0-9a-f]{64}");
        stage.answers(yunhe, number, new CaseAnswer.Accept());
        assertThat(weigh(number).sha256()).isNotEqualTo(first.sha256());
    }

    @Test
    void includesThePartyAndTheAppeals() {
        CaseNumber number = acknowledgedAndCalled();
        String agency = weigh(number).sha256();
        stage.isKnown(number, yunhe, Optional.of("BRANCH"));
        String branch = weigh(number).sha256();
        stage.decides(number, CaseRuling.NOT_BLOCKED);

        assertThat(branch).isNotEqualTo(agency);
        assertThat(said(weigh(number))).contains("PARTY [YUNHE, BRANCH, -] CASE");
        assertThat(weigh(number).sha256())
                .as("who reads a decision finds its evidence")
                .isEqualTo(branch);
        stage.at("2026-04-02T12:00")
                .bean(AppealCase.class)
                .forConsumer(number, "it was a letter", CaseFixture.OPERATOR);
        assertThat(weigh(number).sha256()).isNotEqualTo(branch);
        stage.answers(yunhe, number, new CaseAnswer.Appeal());
        assertThat(said(weigh(number)))
                .contains(
                        "CONTESTED [DISMISSED, 2026-04-01 12:00:00, CONSUMER, 2026-04-02 12:00:00] CASE",
                        "ANSWER_APPEAL [2026-04-02 12:00:00, in a word] ANSWER case-answers-YUNHE.pgp 2 vouched");
    }

    @Test
    void appealIsNotAnAnswerAboutTheCall() {
        CaseNumber number = acknowledgedAndCalled();
        stage.answers(
                yunhe,
                number,
                new CaseAnswer.Exempt(
                        new Exemption(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), true, true, "P-1")));
        stage.answers(yunhe, number, new CaseAnswer.Appeal());

        assertThat(weigh(number).proposed()).contains(CaseRuling.SERVICE_CALL);
        assertThat(said(weigh(number)))
                .contains(
                        "ANSWER_EXEMPTION [2026-04-01 12:00:00, 2026-01-01, 2026-12-31, Y, Y, P-1] ANSWER"
                                + " case-answers-YUNHE.pgp 2 vouched",
                        "EXEMPTION_HOLDS [2026-04-01] ANSWER case-answers-YUNHE.pgp 2 vouched");
    }

    @Test
    void ignoresAnswersOfAnEarlierInsurer() {
        InsurerCode changqing = stage.join("CHANGQING");
        CaseNumber number = acknowledgedAndCalled();
        stage.answers(yunhe, number, new CaseAnswer.Accept());
        stage.isKnown(number, changqing, Optional.empty());

        assertThat(said(weigh(number))).contains("NO_ANSWER [] CASE");
    }

    @Test
    void statesWithheldListWithItsReason() {
        stage.bean(EndParticipation.class).lapse(yunhe, LocalDate.of(2026, 3, 1), "not paid", stage.now());
        stage.at("2026-03-02T10:00").chooses(yunhe);
        stage.at("2026-03-03T08:00").publish();
        stage.at("2026-04-01T12:00");

        assertThat(said(weigh(stage.complains(yunhe, "2026-04-01T10:00"))))
                .contains(
                        "TAKING_PART [YUNHE/LIFE, WITHOUT_AGREEMENTS] AGREEMENTS",
                        "ACT_BEGAN [CHOICE, 1, 2026-03-02 10:00:00] REVISION 1 vouched",
                        "WITHHELD [2026-03-03 08:00:00, LAPSED, 1] WITHHELD 1 vouched",
                        "APPLIED_FROM [2026-03-07, 2026-03-03 08:00:00] SETTINGS");
    }

    @Test
    void includesTheLineOfTheComplaint() {
        InsurerCode beidou = stage.join("BEIDOU", "MOTOR", "PROPERTY");
        stage.at("2026-04-01T12:00");
        Evidence evidence =
                weigh(stage.complains(new InsurerLine(beidou, new LineCode("PROPERTY")), "2026-04-01T10:00"));

        assertThat(evidence.businessLine()).contains(new LineCode("PROPERTY"));
        assertThat(new String(evidence.canonical(), StandardCharsets.UTF_8)).contains("\"business_line\":\"PROPERTY\"");
        assertThat(said(evidence))
                .contains("LINE_NAMED [PROPERTY] CASE", "BAN_NEVER_REGISTERED [BEIDOU/PROPERTY, -, -] REGISTRY")
                .noneMatch(statement -> statement.startsWith("LINE_NOT_NAMED"));
    }

    @Test
    void statesThatTheInsurerCeasedToSellTheLine() {
        InsurerCode beidou = stage.join("BEIDOU", "MOTOR", "PROPERTY");
        stage.bean(Insurers.class).endLine(beidou, new LineCode("MOTOR"), LocalDate.of(2026, 3, 20), stage.now());
        stage.at("2026-04-01T12:00");

        assertThat(said(weigh(stage.complains(new InsurerLine(beidou, new LineCode("MOTOR")), "2026-04-01T10:00"))))
                .contains("TAKING_PART [BEIDOU/MOTOR, NOT_IN_LINE] AGREEMENTS");
    }

    @Test
    void assessesLinesOfInsurerThatNeverSoldTheNamedOne() {
        InsurerCode beidou = stage.join("BEIDOU", "MOTOR", "PROPERTY");
        stage.at("2026-04-01T12:00");
        CaseNumber number = stage.complains(new InsurerLine(yunhe, new LineCode("LIFE")), "2026-04-01T10:00");
        stage.isKnown(number, beidou, Optional.empty());

        assertThat(said(weigh(number)))
                .contains(
                        "LINE_NAMED [LIFE] CASE",
                        "LINE_NEVER_SOLD [BEIDOU, MOTOR, PROPERTY, MOTOR] INSURER",
                        "TAKING_PART [BEIDOU/MOTOR, IN_GOOD_STANDING] AGREEMENTS");
    }

    @Test
    void namesNewestListIfNoneContainedTheBlock() {
        stage.publish();
        stage.at("2026-03-02T10:00").chooses(yunhe);
        stage.at("2026-04-01T12:00");

        assertThat(said(weigh(stage.complains(yunhe, "2026-04-01T10:00"))))
                .contains("NOT_TOLD [2026-03-02 09:00:00] LIST blocklist-YUNHE-00000001-full.csv.pgp vouched");
    }

    @Test
    void statesDoubtAboutClocks() {
        stage.at("2026-03-02T10:00").chooses(yunhe);
        stage.at("2026-03-03T08:00").publish();
        stage.at("2026-03-20T12:00");

        assertThat(said(weigh(
                        stage.complains(Optional.of(yunhe), "2026-03-12T00:02", CallPurpose.OTHER, Optional.empty()))))
                .endsWith("CLOCKS_IN_DOUBT [5, 2026-03-11 23:57:00, GRACE] SETTINGS");
    }

    @Test
    void collectingEvidenceIsOneAccess() {
        CaseNumber number = acknowledgedAndCalled();
        long before = stage.bean(AccessLog.class).size();
        int notifiedAt = stage.logged(0).size();

        weigh(number);

        assertThat(stage.logged(0))
                .hasSize(notifiedAt + 2)
                .endsWith("WEIGH_CASE INTENT  0", "WEIGH_CASE RESULT WEIGHED 1");
        assertThat(stage.bean(AccessLog.class).size()).isEqualTo(before + 2);
    }

    @Test
    void readsAndLogsNothingForUnknownCase() {
        long before = stage.bean(AccessLog.class).size();

        assertThatExceptionOfType(CaseException.class)
                .isThrownBy(() -> weigh(new CaseNumber("C2026-7KQ2M9XW-Y")))
                .is(error(CaseError.CASE_UNKNOWN));
        assertThat(stage.bean(AccessLog.class).size()).isEqualTo(before);
    }

    private CaseNumber acknowledgedAndCalled() {
        stage.opens(yunhe, "BRANCH");
        stage.opens(yunhe, "AGENCY");
        stage.at("2026-03-02T10:00").uploads(yunhe);
        stage.at("2026-03-03T08:00").publish();
        stage.at("2026-03-04T08:00").acknowledges(yunhe, "BRANCH");
        stage.at("2026-04-01T12:00");
        CaseNumber number = stage.complains(
                Optional.of(yunhe), "2026-04-01T10:00", CallPurpose.SALES, Optional.of("010-8888 6666"));
        stage.isKnown(number, yunhe, Optional.of("AGENCY"));
        return number;
    }

    private Evidence weigh(CaseNumber number) {
        return stage.bean(CollectEvidence.class).weigh(number, CaseFixture.OPERATOR, "it is to be decided");
    }

    private static List<String> said(Evidence evidence) {
        return evidence.statements().stream().map(CollectEvidenceIT::said).toList();
    }

    /** Returns only the kind of sources without a file. */
    private static String said(Statement statement) {
        Statement.Source source = statement.source();
        String name = switch (source.kind()) {
            case UPLOAD, REVISION, LIST, WITHHELD, ACK, ANSWER -> " " + source.name();
            default -> "";
        };
        return statement.says() + " " + statement.values() + " " + source.kind() + name
                + source.line().map(line -> " " + line).orElse("")
                + statement.vouched().map(entry -> " vouched").orElse("");
    }
}
