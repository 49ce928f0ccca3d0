package jinbo.story;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;
import jinbo.batch.Remark;
import jinbo.batch.collect.HeldFiles;
import jinbo.batch.recovery.Recoveries;
import jinbo.batch.recovery.Recovery;
import jinbo.batch.settle.SettleCases.SettleReport;
import jinbo.cases.AppealCase;
import jinbo.cases.AssignCase;
import jinbo.cases.CaseAnswer;
import jinbo.cases.CaseError;
import jinbo.cases.CaseException;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseParty;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseState;
import jinbo.cases.Cases;
import jinbo.cases.DecideCase;
import jinbo.cases.Exemption;
import jinbo.cases.Salesperson;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.openpgp.ForgedSignature;
import jinbo.operator.alert.FindAllAlerts;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.Reason;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.inbound.HeldDecision;
import jinbo.testing.AttackTable;
import jinbo.testing.CaseActions;
import jinbo.testing.LeakCheck;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Insurers are asked about cases and answer them, and nobody answers for another or twice. */
class CaseAnswersIT {

    private static final SettableClock CLOCK = new SettableClock("2026-03-02T09:00:00+08:00");
    private static final Actor OPERATOR = new Actor("wang", ActorRole.OPERATOR, "root", Optional.of("li"));
    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final String COLUMNS = "case,answer,dispute,words,unit,salesperson,policy_from,policy_until,"
            + "sold_by_telephone,service_call,evidence_reference";

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static CaseActions cases;
    private static int files;
    private static long numbers = 13810000000L;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, CLOCK, Map.of("jinbo.collect-uploads.hold.refused-rows", "3"));
        cases = new CaseActions(exchange, CLOCK);
        exchange.addUnit("YUNHE", "HAIDIAN-2", SalesUnit.Kind.BRANCH, Optional.empty());
    }

    @BeforeEach
    void timePasses() {
        CLOCK.pass(Duration.ofMinutes(1));
    }

    @AfterEach
    void sumsAgree() {
        CLOCK.set("2026-03-02T12:00:00+08:00");
        exchange.assertRegistryAgrees();
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @Test
    void anInsurerIsAskedOnceAboutItsOwnCasesAndNotToldTheWords() {
        Steps steps = new Steps();
        long consumer = number();
        CaseNumber ours = steps.take(
                "a consumer complains of an insurer",
                () -> cases.complain(consumer, Optional.of("YUNHE"), Optional.of("+86 10 5555 0123")));
        CaseNumber unknown = steps.take(
                "another one does not know who called",
                () -> cases.complain(number(), Optional.empty(), Optional.empty()));
        SettleReport report = steps.take("cases are settled", () -> exchange.settle());
        steps.take("the insurer receives its own case, and the log says so", () -> {
            assertThat(report.problems()).isEmpty();
            assertThat(report.delivered()).singleElement().satisfies(file -> {
                assertThat(file.name()).matches("cases-YUNHE-202603\\d\\d-\\d{3}\\.csv\\.pgp");
                assertThat(exchange.text("YUNHE", file.name()))
                        .isEqualTo(
                                "case,notice,mobile,called_at,caller,purpose,business_line,answer_by,ruling,grounds,sanction,salesperson,from,until\r\n"
                                        + ours + ",COMPLAINT," + consumer + "," + anHourAgo()
                                        + "+08:00,+861055550123,SALES,,2026-03-16,,,,,,\r\n");
                assertThat(exchange.sql()
                                .sql("select action || ' ' || object || ' ' || outcome || ' ' || numbers || ' ' ||"
                                        + " insurer from access_log_entry where id = ?")
                                .param(file.accessLogId())
                                .query(String.class)
                                .single())
                        .isEqualTo("HAND_OVER_CASES " + file.name() + " SEALED 1 YUNHE");
            });
        });
        steps.take("that case alone is sent, and once", () -> {
            assertThat(cases.state(ours)).isEqualTo(CaseState.SENT);
            assertThat(cases.state(unknown)).isEqualTo(CaseState.OPEN);
            assertThat(exchange.settle().delivered()).isEmpty();
        });
    }

    @Test
    void eachAnswerCountsForItsCase() {
        Steps steps = new Steps();
        CaseNumber accepted = steps.take("an insurer is asked about a case", () -> asked("YUNHE"));
        CaseNumber disputed = steps.take("it is asked about a second one", () -> asked("YUNHE"));
        CaseNumber exempt = steps.take("it is asked about a third one", () -> asked("YUNHE"));
        String stem = steps.take(
                "it answers them, and a fourth that is not there",
                () -> answer(
                        "YUNHE",
                        accepted + ",ACCEPT,,\"sorry, we called 138 0001 2345\",HAIDIAN-2,TSR-0042,,,,,",
                        disputed + ",DISPUTE,NOT_OUR_CALL,=HYPERLINK(1),,,,,,,",
                        exempt + ",EXEMPTION,,,,,2026-01-01,2026-12-31,Y,N,REC-7",
                        "C2026-7KQ2M9XW-Y,ACCEPT,,,,,,,,,"));
        steps.take("the receipt says which row was refused", () -> {
            assertThat(receipt("YUNHE", stem, "").status()).isEqualTo(ReceiptStatus.PARTLY_ACCEPTED);
            assertThat(receipt("YUNHE", stem, "").tally().accepted()).isEqualTo(3);
            assertThat(outcome("YUNHE", stem, "")).containsExactly("5 case CASE_UNKNOWN");
        });
        steps.take(
                "each case is answered",
                () -> assertThat(List.of(cases.state(accepted), cases.state(disputed), cases.state(exempt)))
                        .containsOnly(CaseState.ANSWERED));
        steps.take("the admission is kept, with the party and without a number", () -> {
            assertThat(cases.whole(accepted).answers()).singleElement().satisfies(answer -> {
                assertThat(answer.content()).isEqualTo(new CaseAnswer.Accept());
                assertThat(answer.words()).isEqualTo("sorry, we called ***");
                assertThat(answer.insurer()).isEqualTo(YUNHE);
            });
            assertThat(cases.whole(accepted).party())
                    .contains(new CaseParty(
                            YUNHE, Optional.of(new UnitCode("HAIDIAN-2")), Optional.of(new Salesperson("TSR-0042"))));
        });
        steps.take(
                "the exemption is kept",
                () -> assertThat(cases.whole(exempt).answers().get(0).exemption())
                        .contains(new Exemption(
                                LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), true, false, "REC-7")));
        steps.take(
                "the answer is archived",
                () -> assertThat(exchange.listing("YUNHE", "archive")).contains(stem + ".csv.pgp"));
    }

    @Test
    void nobodyAnswersForAnotherAndAGuessTellsNothing() {
        CaseNumber others = asked("CHANGQING");
        CaseNumber notAsked = cases.complain(number(), "YUNHE");
        CaseNumber nobodys = cases.complain(number(), Optional.empty(), Optional.empty());

        String stem = answer(
                "YUNHE", others + ",ACCEPT,,,,,,,,,", notAsked + ",ACCEPT,,,,,,,,,", nobodys + ",ACCEPT,,,,,,,,,");

        assertThat(outcome("YUNHE", stem, ""))
                .as("the same for each, as for a number that is none")
                .containsExactly("2 case CASE_UNKNOWN", "3 case CASE_UNKNOWN", "4 case CASE_UNKNOWN");
        assertThat(cases.state(others)).isEqualTo(CaseState.SENT);
        assertThat(cases.whole(others).answers()).isEmpty();
        assertThat(cases.state(notAsked)).isEqualTo(CaseState.OPEN);
        exchange.settle();
    }

    @Test
    void answersUnderASignatureOverSomethingElseHoldNoCase() throws IOException {
        CaseNumber number = asked("YUNHE");
        String stem = stem("YUNHE");
        try (OutputStream out =
                Files.newOutputStream(exchange.drop("YUNHE", "upload").resolve(stem + ".csv.pgp"))) {
            ForgedSignature.seal(
                    exchange.ownCertificate(),
                    TestExchange.secretOf("YUNHE"),
                    CLOCK.instant(),
                    clear -> clear.write(
                            (COLUMNS + "\r\n" + number + ",ACCEPT,,,,,,,,,\r\n").getBytes(StandardCharsets.US_ASCII)),
                    out);
        }
        List<Long> held = new ArrayList<>();
        exchange.at(
                FaultPoint.STAGED,
                () -> held.add(exchange.count("pg_locks where locktype = 'advisory' and objsubid = 1"
                        + " and mode = 'ExclusiveLock'"
                        // the lock of the log's tree, which the sequencer takes in the background
                        + " and (classid::bigint << 32 | objid::bigint) <> 0x6a696e626f01"
                        + " and database = (select oid from pg_database where datname = current_database())")));

        exchange.collect();

        AttackTable.row(
                "upload: unverified, answers to a case under a signature that is not over them",
                "ENVELOPE_INVALID; 0 cases locked",
                receipt("YUNHE", stem, "")
                                .tally()
                                .findings()
                                .keySet()
                                .iterator()
                                .next() + "; " + held.get(0) + " cases locked");
        assertThat(cases.state(number)).isEqualTo(CaseState.SENT);
    }

    @Test
    void theSameAgainCountsOnce() {
        Steps steps = new Steps();
        CaseNumber number = asked("YUNHE");
        String row = number + ",ACCEPT,,,,,,,,,";

        String first = steps.take("an insurer answers twice in a file", () -> answer("YUNHE", row, row));
        String sameContent =
                steps.take("it sends the same answer in another file", () -> answer("YUNHE", row, row, row, row, row));
        String sameBytes = stem("YUNHE");
        steps.take("the first file comes once more", () -> {
            exchange.place(
                    "YUNHE",
                    sameBytes + ".csv.pgp",
                    bytes(exchange.drop("YUNHE", "archive").resolve(first + ".csv.pgp")));
            exchange.collect();
        });
        steps.take("each repeated row is refused", () -> {
            assertThat(outcome("YUNHE", first, "")).containsExactly("3 case CASE_NOT_WAITING");
            assertThat(receipt("YUNHE", sameContent, "").status())
                    .as("what was answered before does no harm")
                    .isEqualTo(ReceiptStatus.PARTLY_ACCEPTED);
            assertThat(outcome("YUNHE", sameContent, ""))
                    .hasSize(5)
                    .allMatch(line -> line.endsWith("CASE_NOT_WAITING"));
        });
        steps.take(
                "the repeated file is refused",
                () -> assertThat(receipt("YUNHE", sameBytes, "").tally().findings())
                        .containsOnlyKeys(FindingCode.ALREADY_RECEIVED));
        steps.take(
                "one answer counts",
                () -> assertThat(cases.whole(number).answers()).hasSize(1));
    }

    @Test
    void aFileOfGuessesIsHeldAndAnswersNothingUntilItIsReleased() {
        Steps steps = new Steps();
        CaseNumber number = asked("YUNHE");
        CaseNumber other = asked("YUNHE");
        String guesses = IntStream.range(0, 4)
                .mapToObj(guess -> "C2026-7KQ2M9XW-Y,ACCEPT,,,,,,,,,")
                .collect(Collectors.joining("\r\n"));
        String stem = steps.take(
                "guesses come among answers",
                () -> answer(
                        "YUNHE",
                        number + ",ACCEPT,,,,,,,,,",
                        guesses,
                        other + ",DISPUTE,OTHER,,,,,,,,",
                        other + ",ACCEPT,,,FENGTAI-9,,,,,,"));
        steps.take("the file is held and answers nothing", () -> {
            assertThat(receipt("YUNHE", stem, "").status()).isEqualTo(ReceiptStatus.HELD);
            assertThat(outcome("YUNHE", stem, ""))
                    .containsExactly(
                            "3 case CASE_UNKNOWN",
                            "4 case CASE_UNKNOWN",
                            "5 case CASE_UNKNOWN",
                            "6 case CASE_UNKNOWN",
                            "7 words WORDS_MISSING",
                            "8 unit UNIT_NOT_REGISTERED",
                            "  TOO_MANY_REFUSED");
            assertThat(cases.state(number)).isEqualTo(CaseState.SENT);
            assertThat(cases.whole(number).answers()).isEmpty();
        });
        steps.take(
                "an operator releases the file",
                () -> exchange.bean(HeldFiles.class)
                        .decide(stem, HeldDecision.Kind.RELEASE, new Reason("they know"), OPERATOR));
        steps.take("what is right in it counts", () -> {
            assertThat(receipt("YUNHE", stem, ".2").tally().accepted()).isEqualTo(1);
            assertThat(outcome("YUNHE", stem, ".2")).hasSize(6).first().isEqualTo("3 case CASE_UNKNOWN");
            assertThat(cases.state(number)).isEqualTo(CaseState.ANSWERED);
            assertThat(cases.state(other)).isEqualTo(CaseState.SENT);
        });
    }

    @Test
    void aFileInTheEncodingOfChineseWindowsAnswersOnceThoughItIsReadTwice() {
        CaseNumber number = asked("YUNHE");
        String stem = stem("YUNHE");
        exchange.upload(
                "YUNHE",
                stem + ".csv.pgp",
                ("case,answer,words\r\n" + number + ",ACCEPT,\r\nC1,ACCEPT,已致歉\r\n")
                        .getBytes(Charset.forName("GB18030")));
        exchange.collect();

        assertThat(outcome("YUNHE", stem, "")).containsExactly("3 case CASE_UNKNOWN");
        assertThat(cases.whole(number).answers()).hasSize(1);
    }

    @Test
    void nothingOfABadEnvelopeIsKept() {
        CaseNumber number = asked("YUNHE");
        String stem = stem("YUNHE");
        byte[] sealed = exchange.seal(
                TestExchange.secretOf("YUNHE"),
                stem + ".csv.pgp",
                ("case,answer\r\n" + number + ",ACCEPT\r\n").getBytes(StandardCharsets.UTF_8));
        sealed[sealed.length - 2] ^= 1;
        exchange.place("YUNHE", stem + ".csv.pgp", sealed);
        exchange.collect();

        assertThat(receipt("YUNHE", stem, "").tally().findings()).containsOnlyKeys(FindingCode.ENVELOPE_INVALID);
        assertThat(cases.state(number)).isEqualTo(CaseState.SENT);
        assertThat(cases.whole(number).answers()).isEmpty();
    }

    @Test
    void aDecisionIsToldOnceContestedOnceAndThenFinal() {
        Steps steps = new Steps();
        CaseNumber number = steps.take("an insurer is asked", () -> asked("YUNHE"));
        String appeal = number + ",APPEAL,,we have a recording,,,,,,,";
        steps.take("it answers, and cannot appeal before a decision", () -> {
            answer("YUNHE", number + ",ACCEPT,,,,,,,,,");
            assertThat(outcome("YUNHE", answer("YUNHE", appeal), "")).containsExactly("2 case CASE_NOT_WAITING");
        });
        steps.take("the case is upheld, and the insurer is notified once", () -> {
            cases.decide(number, CaseRuling.VIOLATION, "2026-03-16");
            assertThat(toldOf(number)).containsExactly(number + ",UPHELD,,,,,,,VIOLATION,BLOCK,,,,2026-03-16");
            assertThat(toldOf(number)).isEmpty();
        });
        steps.take("it appeals once", () -> {
            assertThat(outcome("YUNHE", answer("YUNHE", appeal, appeal), ""))
                    .containsExactly("3 case CASE_NOT_WAITING");
            assertThat(cases.state(number)).isEqualTo(CaseState.APPEALED);
        });
        steps.take("the case is upheld again, and it cannot appeal once more", () -> {
            cases.decide(number, CaseRuling.VIOLATION, "2026-03-20");
            assertThat(outcome("YUNHE", answer("YUNHE", appeal), "")).containsExactly("2 case CASE_NOT_WAITING");
        });
        steps.take("the case is closed, and the insurer is notified once", () -> {
            assertThat(toldOf(number)).containsExactly(number + ",UPHELD,,,,,,,VIOLATION,BLOCK,,,,");
            assertThat(cases.state(number))
                    .as("whom it goes against has contested it once")
                    .isEqualTo(CaseState.CLOSED);
            assertThat(toldOf(number)).isEmpty();
        });
    }

    @Test
    void whoWinsCannotUseUpTheAppealOfWhoLoses() {
        Steps steps = new Steps();
        CaseNumber number = asked("YUNHE");
        String appeal = number + ",APPEAL,,we have a recording,,,,,,,";
        AppealCase consumer = exchange.bean(AppealCase.class);
        steps.take("the case is dismissed", () -> {
            cases.decide(number, CaseRuling.NOT_BLOCKED, "2026-03-16");

            assertThat(toldOf(number)).containsExactly(number + ",DISMISSED,,,,,,,NOT_BLOCKED,,,,,");
        });
        steps.take(
                "the insurer, which won, cannot appeal",
                () -> assertThat(outcome("YUNHE", answer("YUNHE", appeal), ""))
                        .containsExactly("2 case CASE_NOT_WAITING"));
        steps.take("the consumer appeals and wins", () -> {
            consumer.forConsumer(number, "a letter", OPERATOR);
            cases.decide(number, CaseRuling.VIOLATION, "2026-03-17");
        });
        steps.take(
                "the consumer, who won, cannot appeal",
                () -> assertThatExceptionOfType(CaseException.class)
                        .isThrownBy(() -> consumer.forConsumer(number, "another letter", OPERATOR))
                        .is(error(CaseError.NOT_AGAINST_CONSUMER)));
        steps.take("the insurer appeals", () -> {
            assertThat(toldOf(number))
                    .as("the insurer loses for the first time")
                    .containsExactly(number + ",UPHELD,,,,,,,VIOLATION,BLOCK,,,,2026-03-16");
            assertThat(cases.state(number)).isEqualTo(CaseState.UPHELD);
            assertThat(outcome("YUNHE", answer("YUNHE", appeal), "")).isEmpty();
        });
        steps.take("the case is dismissed again", () -> cases.decide(number, CaseRuling.NOT_BLOCKED, "2026-03-18"));
        steps.take("nobody can appeal once more", () -> {
            assertThatExceptionOfType(CaseException.class)
                    .isThrownBy(() -> consumer.forConsumer(number, "another letter", OPERATOR))
                    .is(error(CaseError.APPEALED_BEFORE));

            assertThat(toldOf(number)).containsExactly(number + ",DISMISSED,,,,,,,NOT_BLOCKED,,,,,");
            assertThat(cases.state(number)).as("both were heard twice").isEqualTo(CaseState.CLOSED);
        });
    }

    @Test
    void whoLosesOnlyAfterTheOtherOnesAppealHasItsOwn() {
        CaseNumber number = asked("YUNHE");
        cases.decide(number, CaseRuling.VIOLATION, "2026-03-16");
        answer("YUNHE", number + ",APPEAL,,we have a recording,,,,,,,");
        cases.decide(number, CaseRuling.SERVICE_CALL, "2026-03-20");
        exchange.settle();

        assertThat(cases.state(number)).isEqualTo(CaseState.DISMISSED);
        exchange.bean(AppealCase.class).forConsumer(number, "a letter", OPERATOR);
        assertThat(cases.state(number)).isEqualTo(CaseState.APPEALED);
    }

    @Test
    void nobodyDecidesOverAnAnswerThatCameInTimeAndIsHeld() {
        CaseNumber number = asked("YUNHE");
        String guesses = IntStream.range(0, 4)
                .mapToObj(guess -> "C2026-7KQ2M9XW-Y,ACCEPT,,,,,,,,,")
                .collect(Collectors.joining("\r\n"));
        String stem = answer("YUNHE", number + ",DISPUTE,NOT_OUR_CALL,,,,,,,,", guesses);
        DecideCase decide = exchange.bean(DecideCase.class);
        CLOCK.set("2026-03-17T09:00:00+08:00");

        assertThatExceptionOfType(CaseException.class)
                .isThrownBy(() -> decide.require(number, CaseRuling.VIOLATION))
                .is(error(CaseError.ANSWERS_PENDING));
        exchange.bean(HeldFiles.class).decide(stem, HeldDecision.Kind.REFUSE, new Reason("guesses"), OPERATOR);
        decide.require(number, CaseRuling.VIOLATION);
    }

    @Test
    void aCaseIsClosedWhenTheDayForAnAppealIsOverAndNotBefore() {
        CaseNumber number = asked("YUNHE");
        CaseNumber late = asked("YUNHE");
        cases.decide(number, CaseRuling.NOT_BLOCKED, "2026-03-17");
        cases.decide(late, CaseRuling.VIOLATION, "2026-03-16");
        exchange.settle();
        CLOCK.set("2026-03-17T09:00:00+08:00");

        assertThat(outcome("YUNHE", answer("YUNHE", late + ",APPEAL,,we have a recording,,,,,,,"), ""))
                .containsExactly("2 case CASE_NOT_WAITING");
        exchange.settle();

        assertThat(cases.state(late)).isEqualTo(CaseState.CLOSED);
        assertThat(cases.state(number)).isEqualTo(CaseState.DISMISSED);
    }

    @Test
    void aDecisionThatCouldNotBeToldKeepsItsCaseOpenToAnAppeal() {
        CaseNumber number = asked("CHANGQING");
        cases.decide(number, CaseRuling.VIOLATION, "2026-03-16");
        CLOCK.set("2026-03-17T09:00:00+08:00");
        exchange.breakOffAt(FaultPoint.CASES_SEALED);

        assertThat(exchange.settle().problems()).hasSize(1);
        assertThat(cases.state(number)).isEqualTo(CaseState.UPHELD);
        exchange.settle();
        assertThat(cases.state(number)).isEqualTo(CaseState.UPHELD);
        CLOCK.set("2026-04-01T09:00:00+08:00");
        exchange.settle();
        assertThat(cases.state(number)).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void aNumberThatIsSealedAndNotDeliveredDoesNotReachWhoIsNotConcernedAnyMore() {
        Steps steps = new Steps();
        long mistaken = number();
        CaseNumber moved = cases.complain(mistaken, "YUNHE");
        CaseNumber stays = cases.complain(number(), "YUNHE");
        steps.take("the delivery of the cases breaks off", () -> {
            exchange.breakOffAt(FaultPoint.DELIVERING_CASES);
            assertThat(exchange.settle().problems()).hasSize(1);
        });
        steps.take(
                "one case becomes another insurer's",
                () -> exchange.bean(AssignCase.class)
                        .to(
                                moved,
                                new CaseParty(new InsurerCode("CHANGQING"), Optional.empty(), Optional.empty()),
                                "a recording",
                                OPERATOR));
        SettleReport report = steps.take("the next run delivers", () -> exchange.settle());
        steps.take("each insurer gets its own case alone", () -> {
            assertThat(report.problems()).isEmpty();
            assertThat(report.delivered()).hasSize(2);
            assertThat(report.delivered()).allSatisfy(file -> {
                boolean former = file.insurer().equals(YUNHE);
                assertThat(exchange.text(file.insurer().value(), file.name()))
                        .contains((former ? stays : moved).value())
                        .doesNotContain((former ? moved : stays).value());
            });
            assertThat(exchange.listing("YUNHE", "download").stream()
                            .filter(name -> name.startsWith("cases-") && name.endsWith(".pgp"))
                            .map(name -> exchange.text("YUNHE", name)))
                    .noneMatch(text -> text.contains(Long.toString(mistaken)));
            assertThat(exchange.settle().delivered()).isEmpty();
        });
    }

    @Test
    void aDecisionIsToldThoughSealedComplaintsMayNotLeaveAnyMore() {
        InsurerCode code = new InsurerCode("CHANGQING");
        CaseNumber decided = asked("CHANGQING");
        cases.complain(number(), "CHANGQING");
        cases.decide(decided, CaseRuling.GRACE, "2026-03-20");
        exchange.breakOffAt(FaultPoint.DELIVERING_CASES);
        assertThat(exchange.settle().problems()).hasSize(1);
        exchange.bean(Insurers.class).agree(code, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 1), CLOCK.instant());

        assertThat(exchange.settle().delivered())
                .singleElement()
                .satisfies(file -> assertThat(exchange.text("CHANGQING", file.name()))
                        .contains("DISMISSED")
                        .doesNotContain("COMPLAINT"));
        exchange.bean(Insurers.class).agree(code, LocalDate.of(2012, 1, 1), LocalDate.of(2012, 1, 1), CLOCK.instant());
        assertThat(exchange.settle().delivered()).hasSize(1);
    }

    @Test
    void withoutAnAgreementNoNumberLeavesButADecisionDoes() {
        Steps steps = new Steps();
        steps.take("one case is decided", () -> {
            CaseNumber decided = asked("BEIDOU");
            cases.decide(decided, CaseRuling.GRACE, "2026-03-20");
        });
        InsurerCode code = new InsurerCode("BEIDOU");
        CaseNumber waiting = steps.take("the agreements end, and another case comes up", () -> {
            exchange.bean(Insurers.class)
                    .agree(code, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 1), CLOCK.instant());
            return cases.complain(number(), "BEIDOU");
        });
        SettleReport report = steps.take("cases are settled", () -> exchange.settle());
        steps.take("the decision leaves, and no number", () -> {
            assertThat(report.withheld())
                    .singleElement()
                    .satisfies(remark -> assertThat(remark.what()).contains("agreements are not both in force"));
            assertThat(report.delivered())
                    .singleElement()
                    .satisfies(file -> assertThat(exchange.text("BEIDOU", file.name()))
                            .contains("DISMISSED")
                            .doesNotContain("COMPLAINT", "138"));
            assertThat(cases.state(waiting)).isEqualTo(CaseState.OPEN);
            assertThat(exchange.count("access_log_entry where action = 'HAND_OVER_CASES'"
                            + " and phase = 'REFUSAL' and insurer = 'BEIDOU'"))
                    .isEqualTo(1);
        });
        steps.take("nothing leaves while the insurer is suspended", () -> {
            exchange.bean(Insurers.class).suspend(code, CLOCK.instant());
            assertThat(exchange.settle().withheld())
                    .singleElement()
                    .satisfies(remark -> assertThat(remark.what()).contains("suspended"));
        });
        steps.take("with agreements the insurer is asked", () -> {
            exchange.bean(Insurers.class).resume(code, CLOCK.instant());
            exchange.bean(Insurers.class)
                    .agree(code, LocalDate.of(2012, 1, 1), LocalDate.of(2012, 1, 1), CLOCK.instant());
            assertThat(exchange.settle().delivered()).hasSize(1);
            assertThat(cases.state(waiting)).isEqualTo(CaseState.SENT);
        });
    }

    /** The database may have forgotten who has appealed, and to whom a case was given. */
    @Test
    void nothingIsSentNorClosedBeforeARecoveryIsSettled() {
        cases.complain(number(), "YUNHE");
        List<String> before = exchange.listing("YUNHE", "download");
        Recoveries recoveries = exchange.bean(Recoveries.class);
        Recovery open = recoveries.openOnce(YUNHE, "complaints-YUNHE-20260301-001.csv.pgp", CLOCK.instant());
        recoveries.corroborate(open, Recovery.Evidence.SECOND_DROP);

        SettleReport report = exchange.settle();

        assertThat(report.problems())
                .hasSize(3)
                .allMatch(problem -> problem.what().contains("recovery settle"));
        assertThat(report.closed()).isZero();
        assertThat(exchange.listing("YUNHE", "download")).isEqualTo(before);
        recoveries.settle(open, new Recovery.Settlement(CLOCK.instant(), "wang", "a test", false));
        assertThat(exchange.settle().delivered()).isNotEmpty();
    }

    @Test
    void whatWaitsForPeopleOrForALateInsurerIsTold() {
        Steps steps = new Steps();
        CaseNumber unanswered = steps.take("an insurer is asked", () -> asked("CHANGQING"));
        steps.take(
                "a consumer complains who does not know of whom",
                () -> cases.complain(number(), Optional.empty(), Optional.empty()));
        steps.take("another insurer answers", () -> answer("YUNHE", asked("YUNHE") + ",ACCEPT,,,,,,,,,"));
        steps.take("the last two wait for people", () -> {
            assertThat(alerts()).contains("CASES_WITHOUT_INSURER -", "CASES_UNDECIDED -");
            assertThat(alerts()).noneMatch(alert -> alert.startsWith("CASES_UNANSWERED"));
        });
        steps.take("on the last day nobody is late", () -> {
            CLOCK.set("2026-03-16T23:59:00+08:00");
            assertThat(alerts()).noneMatch(alert -> alert.startsWith("CASES_UNANSWERED"));
        });
        steps.take("a day later the insurer that did not answer is late", () -> {
            CLOCK.set("2026-03-17T00:01:00+08:00");
            assertThat(alerts()).contains("CASES_UNANSWERED CHANGQING");
        });
        steps.take(
                "its answer still counts before a decision",
                () -> assertThat(outcome(
                                "CHANGQING", answer("CHANGQING", unanswered + ",DISPUTE,NOT_OUR_CALL,,,,,,,,"), ""))
                        .as("an answer that comes before a decision still counts")
                        .isEmpty());
    }

    @Test
    void aWorkingDayOnWhichAnInsurerHasNoCertificateIsNotedAndItsCasesAreToldOf() {
        Steps steps = new Steps();
        CaseNumber waiting = steps.take("one case is decided, and one waits", () -> {
            CaseNumber decided = asked("CHANGQING");
            cases.decide(decided, CaseRuling.GRACE, "2026-03-16");
            return cases.complain(number(), "CHANGQING");
        });
        steps.take("for a working day the insurer has no certificate", () -> {
            certificates("'2099-01-01'");
            CLOCK.set("2026-03-05T09:00:00+08:00");

            assertThat(exchange.settle().problems()).hasSize(1);
            assertThat(exchange.settle().problems()).hasSize(1);
        });
        steps.take("the day is recorded, and an alert about its cases is reported", () -> {
            assertThat(exchange.sql()
                            .sql("select insurer || ' ' || on_day from case_unnotified_day where on_day = '2026-03-05'")
                            .query(String.class)
                            .list())
                    .containsExactly("CHANGQING 2026-03-05");
            assertThat(alerts()).contains("CASES_NOT_SENT -");
        });
        steps.take("with its certificate back the insurer is asked", () -> {
            certificates("null");
            assertThat(exchange.settle().problems()).isEmpty();
            assertThat(cases.state(waiting)).isEqualTo(CaseState.SENT);
            assertThat(alerts()).doesNotContain("CASES_NOT_SENT -");
        });
    }

    @Test
    void aWorkingDayOnWhichAnInsurersOwnDropCannotBeReachedIsNotedAndOneOfOursIsNot() {
        Steps steps = new Steps();
        CaseNumber waiting = steps.take("a consumer complains", () -> cases.complain(number(), "CHANGQING"));
        steps.take("a delivery breaks off here, which is no day without a notice", () -> {
            CLOCK.set("2026-03-06T09:00:00+08:00");
            exchange.breakOffAt(FaultPoint.DELIVERING_CASES);
            assertThat(exchange.settle().problems()).hasSize(1);
            assertThat(untoldOn("2026-03-06")).isZero();
        });
        steps.take("the insurer's own drop cannot be reached, which is one", () -> {
            drop("CHANGQING", "'sftp://changqing@127.0.0.1:1/'", "{SHA256:" + "A".repeat(43) + "}");
            assertThat(exchange.settle().problems()).hasSize(1);
            assertThat(untoldOn("2026-03-06")).isEqualTo(1);
            assertThat(exchange.bean(Cases.class).get(waiting).dueOn()).isEmpty();
        });

        steps.take("once the drop is back the insurer gets its full time", () -> {
            drop("CHANGQING", "null", "{}");
            assertThat(exchange.settle().problems()).isEmpty();
            assertThat(exchange.bean(Cases.class).get(waiting).dueOn()).contains(LocalDate.of(2026, 3, 20));
        });
    }

    @Test
    void anInsurerIsAskedThoughItHasTakenTheLastNameOfTheDay() throws IOException {
        CLOCK.set("2026-03-09T09:00:00+08:00");
        CaseNumber waiting = cases.complain(number(), "CHANGQING");

        List<Remark> problems = settleWhileNamesAreTaken("20260309", 999);

        AttackTable.row(
                "drop: files named like those of cases in an insurer's download/, the last of a day",
                "the insurer is asked",
                problems.isEmpty() && cases.state(waiting) == CaseState.SENT
                        ? "the insurer is asked"
                        : problems.toString());
    }

    @Test
    void aDayCountsThoughAnInsurerHasTakenAllNamesOfIt() throws IOException {
        CLOCK.set("2026-03-10T09:00:00+08:00");
        CaseNumber waiting = cases.complain(number(), "CHANGQING");

        List<Remark> problems = settleWhileNamesAreTaken("20260310", 1);

        AttackTable.row(
                "drop: files named like those of cases in an insurer's download/, all of a day",
                "not delivered; the day counts",
                (problems.isEmpty() ? "delivered" : "not delivered")
                        + (cases.state(waiting) == CaseState.SENT && untoldOn("2026-03-10") == 1
                                ? "; the day counts"
                                : "; the day does not count"));
        assertThat(exchange.settle().problems()).isEmpty();
    }

    /** The insurer has files with the names of that day from this number on, while cases are settled. */
    private static List<Remark> settleWhileNamesAreTaken(String day, int first) throws IOException {
        List<Path> taken = new ArrayList<>();
        try {
            for (int number = first; number <= 999; number++) {
                String name = "cases-CHANGQING-%s-%03d.csv.pgp".formatted(day, number);
                taken.add(
                        Files.writeString(exchange.drop("CHANGQING", "download").resolve(name), "x"));
            }
            return exchange.settle().problems();
        } finally {
            for (Path file : taken) {
                Files.delete(file);
            }
        }
    }

    /** Of an insurer of its own, because the days count for all its cases of that month. */
    @Test
    void theDaysOfAnInsurerRunThoughItsDropCannotBeReachedSinceBeforeTheComplaint() {
        CLOCK.set("2026-03-11T09:00:00+08:00");
        drop("BEIDOU", "'sftp://beidou@127.0.0.1:1/'", "{SHA256:" + "A".repeat(43) + "}");
        CaseNumber waiting = cases.complain(number(), "BEIDOU");

        settleDaily(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 23));
        assertThat(cases.state(waiting)).isEqualTo(CaseState.SENT);
        assertThat(exchange.bean(Cases.class).get(waiting).dueOn()).isEmpty();

        settleDaily(LocalDate.of(2026, 3, 24), LocalDate.of(2026, 3, 25));
        assertThat(exchange.bean(Cases.class).get(waiting).dueOn()).contains(LocalDate.of(2026, 4, 8));

        drop("BEIDOU", "null", "{}");
        assertThat(exchange.settle().problems()).isEmpty();
    }

    private static void settleDaily(LocalDate from, LocalDate to) {
        from.datesUntil(to.plusDays(1)).forEach(day -> {
            CLOCK.set(day + "T16:00:00+08:00");
            exchange.settle();
        });
    }

    private static long untoldOn(String day) {
        return exchange.sql()
                .sql("select count(*) from case_unnotified_day where on_day = ?::date")
                .param(day)
                .query(Long.class)
                .single();
    }

    private static void drop(String insurer, String url, String hostKeys) {
        exchange.sql()
                .sql("update insurer set drop_url = " + url + ", drop_keys = ?::text[] where code = ?")
                .params(hostKeys, insurer)
                .update();
        exchange.bind("insurer", insurer);
    }

    @Test
    void aFileOfMoreAnswersThanThereCanBeIsRefused() {
        String row = "C2026-7KQ2M9XW-Y,ACCEPT,,,,,,,,,";
        String stem = answer("YUNHE", String.join("\r\n", Collections.nCopies(10_001, row)));

        assertThat(receipt("YUNHE", stem, "").status()).isEqualTo(ReceiptStatus.REFUSED);
        assertThat(outcome("YUNHE", stem, "")).singleElement().asString().endsWith("TOO_LARGE");
    }

    /** From when on those of CHANGQING are accepted. */
    private static void certificates(String from) {
        exchange.sql()
                .sql("update insurer_certificate set accepted_from = " + from + " where insurer = 'CHANGQING'")
                .update();
    }

    @Test
    void noNumberOfAConsumerIsInAnyFileOfTheHomeOrADrop() throws Exception {
        long consumer = number();
        cases.complain(consumer, "YUNHE");
        exchange.settle();

        LeakCheck.of(Long.toString(consumer)).assertNoneBelow(home);
    }

    /** What the next run tells YUNHE of a case. */
    private static List<String> toldOf(CaseNumber number) {
        List<String> rows = new ArrayList<>();
        exchange.settle()
                .delivered()
                .forEach(file -> exchange.text("YUNHE", file.name())
                        .lines()
                        .filter(row -> row.startsWith(number.value()))
                        .forEach(rows::add));
        return rows;
    }

    private static CaseNumber asked(String insurer) {
        CaseNumber number = cases.complain(number(), insurer);
        assertThat(exchange.settle().problems()).isEmpty();
        return number;
    }

    private static List<String> alerts() {
        return exchange.bean(FindAllAlerts.class).find().stream()
                .map(alert -> alert.code() + " "
                        + alert.insurer().map(InsurerCode::value).orElse("-"))
                .toList();
    }

    private static String anHourAgo() {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                .format(CLOCK.instant().minus(Duration.ofHours(1)).atZone(BusinessTime.ZONE));
    }

    private static long number() {
        return numbers += 7;
    }

    private static String stem(String insurer) {
        return "case-answers-%s-20260302-%03d".formatted(insurer, ++files);
    }

    private static String answer(String insurer, String... rows) {
        String stem = stem(insurer);
        exchange.upload(
                insurer,
                stem + ".csv.pgp",
                List.of(rows).stream().collect(Collectors.joining("\r\n", COLUMNS + "\r\n", "\r\n")));
        assertThat(exchange.collect().problems()).isEmpty();
        return stem;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Receipt receipt(String insurer, String stem, String nth) {
        return exchange.receiptOf(insurer, stem + nth);
    }

    private static List<String> outcome(String insurer, String stem, String nth) {
        return exchange.findingsOf(insurer, stem + nth);
    }
}
