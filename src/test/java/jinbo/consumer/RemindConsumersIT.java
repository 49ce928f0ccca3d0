package jinbo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.ActorRole;
import jinbo.batch.SingleProcessLock;
import jinbo.batch.StopRequest;
import jinbo.batch.erase.EraseEndedNumbers;
import jinbo.batch.remind.RemindBeforeEnd;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallPurpose;
import jinbo.cases.CaseNumber;
import jinbo.cases.Cases.ConsumerCase;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.registry.ConsumerChoice;
import jinbo.testing.CapturedLog;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestGateway;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holders are reminded once before the end of each choice. */
class RemindConsumersIT {

    private static final String NUMBER = "13810001234";
    private static final ConsumerChoice YUNHE_FOR_HALF_A_YEAR =
            new ConsumerChoice(Set.of(), Set.of(InsurerLine.parse("YUNHE/LIFE")), Term.SIX_MONTHS);

    /** The last day of half a year chosen on 5 January. */
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 7, 14);

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock("2026-01-05T09:00:00+08:00");
    private TestGateway gateway;
    private TestExchange exchange;
    private ConsumerService service;

    @BeforeEach
    void open() throws IOException {
        gateway = TestGateway.open();
        Path home = folder.resolve("home");
        Map<String, String> settings = new HashMap<>(gateway.settings(home));
        settings.put("jinbo.consumer.renew-at", "https://portal.example/renew/");
        exchange = TestExchange.start(home, clock, settings);
        service = exchange.bean(ConsumerService.class);
    }

    @AfterEach
    void close() {
        exchange.close();
        gateway.close();
    }

    @Test
    void remindsOnceThirtyDaysBeforeTheEnd() {
        Steps steps = new Steps();
        steps.take("31 days before the end nobody is reminded", () -> {
            choose(NUMBER, YUNHE_FOR_HALF_A_YEAR);
            assertThat(runOn("2026-06-14").sent()).as("31 days before").isZero();
        });
        steps.take(
                "30 days before it the holder is reminded",
                () -> assertThat(runOn("2026-06-15"))
                        .isEqualTo(new RemindBeforeEnd.Report(LAST_DAY.plusDays(1), 1, Optional.empty())));
        steps.take("later runs do not repeat that", () -> {
            assertThat(runOn("2026-06-15").sent()).isZero();
            assertThat(runOn("2026-06-16").sent()).isZero();
            assertThat(runOn("2026-07-15").sent()).as("when it has ended").isZero();
        });
        steps.take(
                "the message gives the end and the link",
                () -> assertThat(reminders(NUMBER))
                        .singleElement()
                        .satisfies(text -> assertThat(text)
                                .contains(
                                        "（人身险）2026年7月14日到期",
                                        "(LIFE) ends after 14 July 2026",
                                        "https://portal.example/renew/")));
    }

    @Test
    void remindsOfBlocksThatEndTodayButNotOfEndedOnes() {
        choose(NUMBER, YUNHE_FOR_HALF_A_YEAR);
        choose("13810001235", YUNHE_FOR_HALF_A_YEAR);

        assertThat(runOn("2026-07-14").sent()).isEqualTo(2);
        clock.set("2026-07-15T10:30:00+08:00");
        choose("13810001236", YUNHE_FOR_HALF_A_YEAR);
        assertThat(runOn("2026-07-15").sent()).isZero();
        assertThat(rows()).as("about blocks that have ended").isZero();
    }

    @Test
    void skipsHoldersWithLaterRegistrationsAndNewHolders() {
        Steps steps = new Steps();
        List<String> numbers = List.of("13810001231", "13810001232", "13810001233", "13810001234", "13810001235");
        steps.take("five holders choose", () -> numbers.forEach(number -> choose(number, YUNHE_FOR_HALF_A_YEAR)));
        steps.take("all of them choose something else or have a new number", () -> {
            clock.set("2026-02-02T09:00:00+08:00");
            choose(numbers.get(0), ConsumerChoice.nobody());
            choose(numbers.get(1), new ConsumerChoice(TestLines.LIFE, Set.of(), Term.TWO_YEARS));
            exchange.registrations().release(Long.parseLong(numbers.get(2)));
            exchange.registrations().cancel(Long.parseLong(numbers.get(3)));
            exchange.registrations().choose(Long.parseLong(numbers.get(4)), TestLines.LIFE, Term.ONE_YEAR);
        });
        steps.take(
                "none is reminded",
                () -> assertThat(runOn("2026-06-24"))
                        .isEqualTo(new RemindBeforeEnd.Report(LocalDate.of(2026, 7, 24), 0, Optional.empty())));
        steps.take("no message was sent, and the log says that none was needed", () -> {
            assertThat(numbers)
                    .allSatisfy(number -> assertThat(reminders(number)).isEmpty());
            assertThat(outcomes()).containsExactly("NEEDLESS", "NEEDLESS", "NEEDLESS");
        });
        steps.take("the next run reads no number again", () -> {
            runOn("2026-06-25");
            assertThat(outcomes()).as("no number is read again").hasSize(3);
        });
    }

    @Test
    void countsTheLastOfTwoRegistrationsOfADay() {
        choose(NUMBER, YUNHE_FOR_HALF_A_YEAR);
        choose(NUMBER, new ConsumerChoice(TestLines.PROPERTY, Set.of(), Term.SIX_MONTHS));

        assertThat(runOn("2026-06-24").sent()).isEqualTo(1);

        RenewalOutcome.Offer offer = (RenewalOutcome.Offer) service.renewal(token(NUMBER), from());
        assertThat(offer.registration().lines()).isEqualTo(TestLines.PROPERTY);
    }

    @Test
    void remindsOfTheNewEndAfterARenewal() {
        choose(NUMBER, YUNHE_FOR_HALF_A_YEAR);
        runOn("2026-06-24");
        RenewalOutcome answer =
                service.renew(token(NUMBER), Optional.of(ConsentText.VERSION), UUID.randomUUID(), from());
        assertThat(answer).isInstanceOf(RenewalOutcome.Renewed.class);

        assertThat(runOn("2026-07-10").sent()).isZero();
        assertThat(runOn("2026-12-14").sent()).isZero();
        assertThat(runOn("2026-12-21").sent()).isEqualTo(1);
        assertThat(reminders(NUMBER).get(1)).contains("2027年1月14日到期");
    }

    @Test
    void aLinkDoesNotRenewWhatTwoOperatorsCancelMeanwhile() {
        choose(NUMBER, YUNHE_FOR_HALF_A_YEAR);
        runOn("2026-06-24");
        String token = token(NUMBER);
        exchange.at(
                FaultPoint.REGISTRATION_BEGUN,
                () -> CompletableFuture.runAsync(() -> exchange.registrations().cancel(Long.parseLong(NUMBER)))
                        .join());

        assertThat(service.renew(token, Optional.of(ConsentText.VERSION), UUID.randomUUID(), from()))
                .isInstanceOf(RenewalOutcome.NotValid.class);

        assertThat(service.renewal(token, from())).isInstanceOf(RenewalOutcome.NotValid.class);
        assertThat(service.registration(prove(NUMBER)).quiet())
                .as("after the cancellation")
                .isEmpty();
    }

    /** A closed line cannot be chosen, but renewed. */
    @Test
    void renewsClosedLines() {
        BusinessLines lines = exchange.bean(BusinessLines.class);
        LineCode health = new LineCode("HEALTH");
        lines.add(health, "Health insurance", "健康险", LocalDate.of(2026, 1, 5), clock.instant());
        choose(NUMBER, new ConsumerChoice(TestLines.of("HEALTH", "LIFE"), Set.of(), Term.SIX_MONTHS));
        lines.close(health, LocalDate.of(2026, 2, 1), clock.instant());
        runOn("2026-06-24");
        assertThat(reminders(NUMBER))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("（健康险、人身险）"));

        RenewalOutcome.Renewed renewed = (RenewalOutcome.Renewed)
                service.renew(token(NUMBER), Optional.of(ConsentText.VERSION), UUID.randomUUID(), from());

        assertThat(renewed.registration().lines()).isEqualTo(TestLines.of("HEALTH", "LIFE"));
    }

    @Test
    void nextRunSendsWhatNoGatewayAccepted() {
        Steps steps = new Steps();
        List<String> numbers =
                IntStream.rangeClosed(31, 42).mapToObj(i -> "138100012" + i).toList();
        steps.take("twelve blocks end while no gateway takes a message", () -> {
            numbers.forEach(number -> choose(number, YUNHE_FOR_HALF_A_YEAR));
            gateway.refuse(true);
        });
        RemindBeforeEnd.Report refused = steps.take("a run sends in vain", () -> runOn("2026-06-24"));
        steps.take("the gateway works again", () -> gateway.refuse(false));
        RemindBeforeEnd.Report taken = steps.take("the next run sends", () -> runOn("2026-06-24"));
        steps.take("the first run gives up after ten", () -> {
            assertThat(refused.sent()).isZero();
            assertThat(refused.problem().orElseThrow())
                    .startsWith("no gateway has accepted 10 message(s) (first: ")
                    .contains("503")
                    .endsWith("; the next run tries again");
        });
        steps.take("the next run has reminded each holder once", () -> {
            assertThat(taken).isEqualTo(new RemindBeforeEnd.Report(LocalDate.of(2026, 7, 24), 12, Optional.empty()));
            assertThat(numbers)
                    .allSatisfy(number -> assertThat(reminders(number)).hasSize(1));
            assertThat(outcomes()).hasSize(22).contains("NOT_SENT", "SENT");
        });
    }

    /** Simulates a crash after the gateway has accepted the message. */
    @Test
    void crashCausesAtMostASecondMessage() {
        Steps steps = new Steps();
        steps.take("a holder is reminded", () -> {
            choose(NUMBER, YUNHE_FOR_HALF_A_YEAR);
            runOn("2026-06-24");
        });
        String first = steps.take("the message has a link", () -> token(NUMBER));
        steps.take("the process dies before that is recorded", () -> dieBeforeItIsRecorded());
        steps.take("the next run sends another link, which counts", () -> {
            assertThat(runOn("2026-06-25").sent()).isEqualTo(1);
            assertThat(service.renewal(first, from())).isInstanceOf(RenewalOutcome.NotValid.class);
            assertThat(service.renewal(token(NUMBER), from())).isInstanceOf(RenewalOutcome.Offer.class);
        });
        steps.take("after a second death none is sent, and the link counts", () -> {
            dieBeforeItIsRecorded();
            assertThat(runOn("2026-06-26").sent()).isZero();
            assertThat(reminders(NUMBER)).hasSize(2);
            assertThat(service.renewal(token(NUMBER), from()))
                    .as("the link of a message of which it is not known that it was sent")
                    .isInstanceOf(RenewalOutcome.Offer.class);
        });
    }

    @Test
    void onlyOneProcessReminds() {
        choose(NUMBER, YUNHE_FOR_HALF_A_YEAR);
        String meanwhile = SingleProcessLock.callIfFree(
                exchange.bean(DataSource.class),
                SingleProcessLock.Task.REMINDING,
                () -> runOn("2026-06-24").problem().orElseThrow(),
                () -> "the test does not remind alone");
        assertThat(meanwhile).startsWith("another process is sending reminders");
        assertThat(runOn("2026-06-24").sent()).isEqualTo(1);
    }

    @Test
    void stoppedRunLeavesTheRestToTheNext() {
        choose(NUMBER, YUNHE_FOR_HALF_A_YEAR);
        exchange.bean(StopRequest.class).request();

        assertThat(runOn("2026-06-24").problem()).contains(StopRequest.STOPPED);
        assertThat(reminders(NUMBER)).isEmpty();
    }

    @Test
    void remindsNobodyIfSwitchedOff() {
        LocalDate day = LocalDate.of(2026, 6, 24);

        assertThat(ReminderProgress.begin(day, day).isOver()).isTrue();
    }

    @Test
    void logsEachAccessWithoutNumberOrLink() {
        Steps steps = new Steps();
        CapturedLog log = new CapturedLog();
        try (log) {
            steps.take("a holder is reminded at the second attempt, and renews", () -> {
                choose(NUMBER, YUNHE_FOR_HALF_A_YEAR);
                gateway.refuse(true);
                runOn("2026-06-24");
                gateway.refuse(false);
                runOn("2026-06-24");
                service.renewal(token(NUMBER), from());
                service.renew(token(NUMBER), Optional.of(ConsentText.VERSION), UUID.randomUUID(), from());
            });
        }

        steps.take(
                "no log line holds number or link",
                () -> assertThat(log.lines())
                        .isNotEmpty()
                        .noneMatch(line -> line.contains(NUMBER) || line.contains(token(NUMBER))));
        steps.take(
                "each access has the number's hash",
                () -> assertThat(accesses()).hasSize(4).allSatisfy(entry -> {
                    assertThat(entry.access().subject()).isPresent();
                    assertThat(entry.access().actor().role()).isEqualTo(ActorRole.BATCH);
                    assertThat(entry.access().toString()).doesNotContain(NUMBER, token(NUMBER));
                }));
        steps.take(
                "the record holds neither",
                () -> assertThat(exchange.sql()
                                .sql("select r::text from reminder r")
                                .query(String.class)
                                .list())
                        .singleElement()
                        .satisfies(row -> assertThat(row).doesNotContain(NUMBER, token(NUMBER))));
    }

    @Test
    void consumerWhoAgreesIsToldOfEachChangeOfAComplaintOnce() {
        ProvenNumber holder = prove(NUMBER);
        CaseNumber first = complain(holder, "2026-01-04T09:00:00+08:00");
        CaseNumber second = complain(holder, "2026-01-04T10:00:00+08:00");
        assertThat(service.sendMessages(prove("13810001235"), first, true))
                .as("of another consumer")
                .isFalse();
        assertThat(service.sendMessages(holder, first, true)).isTrue();
        assertThat(service.complaints(holder))
                .extracting(ConsumerCase::messaged)
                .containsExactly(false, true);

        assertThat(runOn("2026-01-06").sent()).as("nothing has changed").isZero();
        service.withdrawComplaint(prove(NUMBER), first);
        service.withdrawComplaint(prove(NUMBER), second);
        gateway.refuse(true);
        assertThat(runOn("2026-01-07").problem())
                .hasValueSatisfying(why -> assertThat(why).contains("no gateway has accepted 1 message(s)"));
        gateway.refuse(false);
        assertThat(runOn("2026-01-08").sent()).isEqualTo(1);
        assertThat(runOn("2026-01-09").sent()).isZero();

        assertThat(gateway.messagesTo(NUMBER).stream().map(TestGateway.Message::text))
                .filteredOn(text -> text.contains("有新进展"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains(first.toString()).doesNotContain(NUMBER, "YUNHE"));
        assertThat(outcomes()).containsExactly("NOT_SENT", "SENT");
        assertThat(exchange.count("call_case_message")).as("of a closed case").isZero();
    }

    @Test
    void consumerWhoTakesTheConsentBackIsNotTold() {
        ProvenNumber holder = prove(NUMBER);
        CaseNumber complaint = complain(holder, "2026-01-04T09:00:00+08:00");
        service.sendMessages(holder, complaint, true);
        service.sendMessages(holder, complaint, false);
        service.withdrawComplaint(holder, complaint);

        assertThat(runOn("2026-01-06").sent()).isZero();
    }

    @Test
    void choiceThatOperatorsHaveCancelledIsNotRenewable() {
        choose(NUMBER, YUNHE_FOR_HALF_A_YEAR);
        clock.set("2026-06-24T09:00:00+08:00");
        assertThat(service.registration(prove(NUMBER)).renewable()).isTrue();

        exchange.registrations().cancel(Long.parseLong(NUMBER));

        assertThat(service.registration(prove(NUMBER)).renewable()).isFalse();
    }

    @Test
    void complaintThatIsSentAgainAfterAWithdrawalIsANewCase() {
        ProvenNumber holder = prove(NUMBER);
        CaseNumber withdrawn = complain(holder, "2026-01-04T09:00:00+08:00");
        assertThat(complain(holder, "2026-01-04T09:00:00+08:00")).isEqualTo(withdrawn);
        service.withdrawComplaint(holder, withdrawn);

        assertThat(complain(holder, "2026-01-04T09:00:00+08:00")).isNotEqualTo(withdrawn);
    }

    @Test
    void blocksOfInsurersWithLapsedAgreementsAreStillShown() {
        choose(NUMBER, YUNHE_FOR_HALF_A_YEAR);
        exchange.bean(EndParticipation.class)
                .lapse(new InsurerCode("YUNHE"), LocalDate.of(2026, 1, 7), "not renewed", clock.instant());
        clock.set("2026-01-20T09:00:00+08:00");
        ProvenNumber holder = prove(NUMBER);

        assertThat(service.insurers())
                .extracting(insurer -> insurer.code().value())
                .doesNotContain("YUNHE");
        assertThat(service.registration(holder).insurers())
                .filteredOn(row -> row.block().isPresent())
                .extracting(row -> row.insurer().code().value())
                .containsExactly("YUNHE");
        assertThat(service.previewChoice(
                                holder,
                                new ConsumerChoice(
                                        Set.of(), Set.of(InsurerLine.parse("BEIDOU/PROPERTY")), Term.ONE_YEAR))
                        .of(PlannedChange.Kind.ENDS))
                .extracting(row -> row.insurer().code().value())
                .containsExactly("YUNHE");
    }

    @Test
    void newHolderIsNotToldOfTheFormerHoldersComplaint() {
        ProvenNumber holder = prove(NUMBER);
        CaseNumber complaint = complain(holder, "2026-01-04T09:00:00+08:00");
        service.sendMessages(holder, complaint, true);
        service.withdrawComplaint(holder, complaint);
        exchange.registrations().release(Long.parseLong(NUMBER));

        assertThat(runOn("2026-01-06").sent()).isZero();

        assertThat(gateway.messagesTo(NUMBER))
                .noneMatch(message -> message.text().contains("有新进展"));
        assertThat(outcomes()).containsExactly("NEEDLESS");
        assertThat(accesses())
                .last()
                .satisfies(entry -> assertThat(entry.numbers()).hasValue(1));
        assertThat(exchange.count("call_case_message")).isZero();
    }

    @Test
    void newHolderSeesNothingOfTheFormerHolderAfterTheErasureEither() {
        Steps steps = new Steps();
        RegistrationReference reference = steps.take("a holder chooses and complains", () -> {
            ProvenNumber former = prove(NUMBER);
            service.withdrawComplaint(former, complain(former, "2026-01-04T09:00:00+08:00"));
            return service.choose(former, YUNHE_FOR_HALF_A_YEAR, Optional.of(ConsentText.VERSION), UUID.randomUUID())
                    .reference();
        });
        steps.take("the number is released", () -> exchange.registrations().release(Long.parseLong(NUMBER)));
        steps.take("it is erased", () -> {
            clock.set("2027-01-05T09:00:00+08:00");
            assertThat(exchange.bean(EraseEndedNumbers.class).run().numbers()).isEqualTo(1);
        });
        steps.take("the new holder sees nothing", () -> {
            ProvenNumber present = prove(NUMBER);
            assertThat(service.registration(present).registrations()).isEmpty();
            assertThat(service.complaints(present)).isEmpty();
            assertThat(service.confirmation(present, reference)).isEmpty();
        });
    }

    private CaseNumber complain(ProvenNumber holder, String at) {
        return service.complain(
                holder,
                new CallComplaint(
                        holder.mobile(),
                        Optional.of(new InsurerCode("YUNHE")),
                        Optional.empty(),
                        Optional.empty(),
                        OffsetDateTime.parse(at).toInstant(),
                        CallPurpose.SALES,
                        ""),
                UUID.randomUUID(),
                Optional.of(ConsentText.OF_COMPLAINTS));
    }

    private RemindBeforeEnd.Report runOn(String day) {
        clock.set(day + "T10:30:00+08:00");
        return exchange.bean(RemindBeforeEnd.class).run();
    }

    private void dieBeforeItIsRecorded() {
        assertThat(exchange.sql().sql("update reminder set sent_at = null").update())
                .isEqualTo(1);
    }

    private void choose(String number, ConsumerChoice choice) {
        service.choose(prove(number), choice, Optional.of(ConsentText.VERSION), UUID.randomUUID());
    }

    private ProvenNumber prove(String number) {
        clock.pass(Duration.ofMinutes(2));
        CodeRequestOutcome.Sent sent = (CodeRequestOutcome.Sent) service.sendCode(
                number, Visitor.at("192.0.2." + Integer.parseInt(number.substring(9))), Locale.ENGLISH);
        CodeCheckOutcome.Right right =
                (CodeCheckOutcome.Right) service.verifyCode(sent.challenge(), sent.mobile(), gateway.codeFor(number));
        return right.number();
    }

    private List<String> reminders(String number) {
        return gateway.messagesTo(number).stream()
                .map(TestGateway.Message::text)
                .filter(text -> text.contains("到期"))
                .toList();
    }

    private String token(String number) {
        return gateway.linkFor(number).substring("/renew/".length());
    }

    private static Visitor from() {
        return Visitor.at("192.0.2.200");
    }

    private long rows() {
        return exchange.count("reminder");
    }

    private List<String> outcomes() {
        return accesses().stream().flatMap(entry -> entry.outcome().stream()).toList();
    }

    private List<AccessLogEntry> accesses() {
        return exchange.accessLog().stream()
                .filter(entry -> entry.access().action() == AccessAction.REMIND)
                .toList();
    }
}
