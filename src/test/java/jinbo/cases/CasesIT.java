package jinbo.cases;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.Actor;
import jinbo.cases.Cases.CaseFilter;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.LineCode;
import jinbo.reference.business.LineError;
import jinbo.reference.business.LineException;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.EraseNumbers;
import jinbo.registry.ErasureCount;
import jinbo.registry.ErasureProgress;
import jinbo.registry.GracePeriod;
import jinbo.registry.blocklist.ListCounts;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestLines;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CasesIT {

    private static final Mobile CONSUMER = new Mobile(13810001234L);
    private static final Mobile OTHER = new Mobile(13810005678L);
    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final LineCode MOTOR = new LineCode("MOTOR");
    private static final Actor SOMEBODY = new Actor("somebody", "jinbo");
    private static final String WHY = "a consumer's own page";

    private final SettableClock clock = new SettableClock("2026-03-02T09:00:30+08:00");

    private TestSlice parts;
    private Cases cases;

    @BeforeEach
    void yunheTakesPart() {
        parts = new TestSlice(
                clock,
                beans -> {
                    beans.registerBean(GracePeriod.class, () -> new GracePeriod(7));
                    beans.registerBean(ListCounts.class);
                },
                TestSlice.OF_CASES);
        cases = parts.bean(Cases.class);
        parts.bean(Insurers.class)
                .add(YUNHE, "Yunhe Life", TestLines.LIFE, new DropLocation.Embedded(Set.of()), clock.instant());
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void opensCaseThatItsNumberFinds() {
        CaseNumber number = open(complaint(CONSUMER, "95519"));

        assertThat(number.value()).startsWith("C2026-");
        assertThat(cases.find(number)).hasValueSatisfying(found -> {
            assertThat(found.number()).isEqualTo(number);
            assertThat(found.insurer()).contains(YUNHE);
            assertThat(found.calledAt()).isEqualTo(clock.instant().minus(Duration.ofHours(1)));
            assertThat(found.purpose()).isEqualTo(CallPurpose.SALES);
            assertThat(found.state()).isEqualTo(CaseState.OPEN);
            assertThat(List.of(found.openedAt(), found.since())).containsOnly(clock.instant());
        });
        assertThat(cases.find(new CaseNumber("C2026-7KQ2M9XW-Y"))).isEmpty();
    }

    @Test
    void leavesUnknownFieldsEmpty() {
        CaseNumber number = open(new CallComplaint(
                CONSUMER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                CallPurpose.OTHER,
                ""));

        assertThat(cases.show(number, SOMEBODY, WHY)).satisfies(shown -> {
            assertThat(shown.summary().insurer()).isEmpty();
            assertThat(shown.reported()).contains(new ReportedCall(Optional.empty(), ""));
        });
    }

    @Test
    void showsCallerAndWordsButNotTheConsumer() {
        CaseNumber number = open(complaint(CONSUMER, "95519"));

        Case shown = cases.show(number, SOMEBODY, "it is to be decided");

        assertThat(shown.reported())
                .contains(new ReportedCall(Optional.of(CallerNumber.typed("95519")), "they called at dinner\nagain"));
        assertThat(shown.history())
                .containsExactly(new Case.Event(
                        CaseState.OPEN,
                        clock.instant(),
                        "somebody",
                        Optional.of(LocalDate.parse("2026-03-04")),
                        Optional.empty()));
        assertThatExceptionOfType(CaseException.class)
                .isThrownBy(() -> cases.show(new CaseNumber("C2026-7KQ2M9XW-Y"), SOMEBODY, WHY))
                .is(error(CaseError.CASE_UNKNOWN))
                .withMessageContaining("Case C2026-7KQ2M9XW-Y does not exist");
    }

    @Test
    void sameCallWithinADayIsTheSameCase() {
        CallComplaint complaint = complaint(CONSUMER, "95519");
        CaseNumber first = open(complaint);

        clock.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(open(complaint)).isEqualTo(first);
        clock.pass(Duration.ofSeconds(1));
        assertThat(open(complaint)).as("a day later").isNotEqualTo(first);
        assertThat(parts.count("call_case")).isEqualTo(2);
        assertThat(log()).contains("COMPLAIN RESULT OPENED BEFORE " + first + " 1");
    }

    @Test
    void sameFormIsTheSameCaseForTheSameNumberOnly() {
        UUID form = UUID.randomUUID();
        CaseNumber first = cases.open(complaint(CONSUMER, "95519"), CaseSource.CONSUMER, form, SOMEBODY, WHY);

        clock.pass(Duration.ofDays(3));

        assertThat(cases.open(complaint(CONSUMER, "95511"), CaseSource.CONSUMER, form, SOMEBODY, WHY))
                .isEqualTo(first);
        assertThat(parts.count("call_case")).isEqualTo(1);
        CaseNumber others = cases.open(complaint(OTHER, "95519"), CaseSource.CONSUMER, form, SOMEBODY, WHY);
        assertThat(others).as("nobody is shown another one's case").isNotEqualTo(first);
        assertThat(cases.open(complaint(OTHER, "95511"), CaseSource.CONSUMER, form, SOMEBODY, WHY))
                .isEqualTo(others);
        assertThat(parts.count("call_case")).isEqualTo(2);
    }

    @Test
    void otherConsumerCallerInsurerOrMinuteIsAnotherCase() {
        CallComplaint first = complaint(CONSUMER, "95519");
        List<CallComplaint> others = List.of(
                complaint(OTHER, "95519"),
                complaint(CONSUMER, "95518"),
                new CallComplaint(
                        CONSUMER,
                        first.insurer(),
                        Optional.empty(),
                        Optional.empty(),
                        first.calledAt(),
                        CallPurpose.SALES,
                        ""),
                new CallComplaint(
                        CONSUMER,
                        Optional.empty(),
                        Optional.empty(),
                        first.caller(),
                        first.calledAt(),
                        CallPurpose.SALES,
                        ""),
                new CallComplaint(
                        CONSUMER,
                        first.insurer(),
                        Optional.empty(),
                        first.caller(),
                        first.calledAt().plusSeconds(30),
                        CallPurpose.SALES,
                        ""));
        CallComplaint inItsMinute = new CallComplaint(
                CONSUMER,
                first.insurer(),
                Optional.empty(),
                first.caller(),
                first.calledAt().plusSeconds(29),
                CallPurpose.OTHER,
                "x");

        CaseNumber number = open(first);
        Set<CaseNumber> opened = new HashSet<>(others.stream().map(this::open).toList());

        assertThat(opened).hasSize(others.size()).doesNotContain(number);
        assertThat(open(inItsMinute)).isEqualTo(number);
    }

    @Test
    void concurrentRequestsOpenOneCase() throws Exception {
        CallComplaint complaint = complaint(CONSUMER, "95519");
        ExecutorService senders = Executors.newFixedThreadPool(4);
        try {
            List<Future<CaseNumber>> sent = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                sent.add(senders.submit(() -> open(complaint)));
            }
            Set<CaseNumber> numbers = new HashSet<>();
            for (Future<CaseNumber> one : sent) {
                numbers.add(one.get());
            }
            assertThat(numbers).hasSize(1);
        } finally {
            senders.shutdownNow();
        }
        assertThat(parts.count("call_case")).isEqualTo(1);
    }

    @Test
    void storesAndLogsNothingOfRefusedComplaints() {
        CallComplaint ofNobody = new CallComplaint(
                CONSUMER,
                Optional.of(new InsurerCode("NOBODY")),
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                CallPurpose.SALES,
                "");
        CallComplaint ahead = new CallComplaint(
                CONSUMER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                clock.instant().plusSeconds(301),
                CallPurpose.SALES,
                "");

        assertThatExceptionOfType(InsurerException.class)
                .isThrownBy(() -> open(ofNobody))
                .is(error(InsurerError.INSURER_UNKNOWN_SOME_KNOWN))
                .withMessageContaining("NOBODY")
                .withMessageContaining("YUNHE");
        assertThatExceptionOfType(CallComplaintException.class).isThrownBy(() -> open(ahead));
        assertThat(parts.count("call_case")).isZero();
        assertThat(log()).isEmpty();
    }

    @Test
    void listsCasesOfTheConsumerNewestFirst() {
        CaseNumber first = open(complaint(CONSUMER, "95519"));
        clock.set("2027-01-02T09:00:00+08:00");
        CaseNumber second = open(complaint(CONSUMER, "95519"));
        open(complaint(OTHER, "95519"));

        assertThat(cases.of(CONSUMER, SOMEBODY, WHY).stream()
                        .map(consumerCases -> consumerCases.summary().number()))
                .as("also those under last year's key")
                .containsExactly(second, first);
        assertThat(cases.of(new Mobile(13810009999L), SOMEBODY, WHY)).isEmpty();
    }

    @Test
    void limitsTheList() {
        CaseNumber first = open(complaint(CONSUMER, "95519"));
        CaseNumber second = open(complaint(OTHER, "95519"));

        assertThat(cases.newest(CaseFilter.ALL, 1000).stream().map(CaseSummary::number))
                .containsExactly(second, first);
        assertThat(cases.newest(CaseFilter.ALL, 1).stream().map(CaseSummary::number))
                .containsExactly(second);
        assertThatIllegalArgumentException().isThrownBy(() -> cases.newest(CaseFilter.ALL, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> cases.newest(CaseFilter.ALL, 1001));
    }

    @Test
    void logsEachAccessWithTheHashOfTheNumber() {
        CaseNumber number = open(complaint(CONSUMER, "95519"));
        cases.of(CONSUMER, SOMEBODY, WHY);
        cases.show(number, SOMEBODY, WHY);
        cases.find(number);
        cases.newest(CaseFilter.ALL, 10);

        assertThat(log())
                .containsExactly(
                        "COMPLAIN INTENT  0",
                        "COMPLAIN RESULT OPENED " + number + " 1",
                        "SHOW_CASES INTENT  0",
                        "SHOW_CASES RESULT SHOWN 1",
                        "SHOW_CASES INTENT  0",
                        "SHOW_CASES RESULT SHOWN 1");
        assertThat(parts.sql()
                        .sql(
                                "select distinct subject from access_log_entry where purpose not like 'the record after %'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .matches("2026:[0-9a-f]{64}");
    }

    @Test
    void opensNoCaseIfTheLogCannotBeWritten() {
        parts.sql().sql("revoke insert on access_log_entry from jinbo_runtime").update();

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> open(complaint(CONSUMER, "95519")))
                .withMessageContaining("COMPLAIN of one number was refused");
        assertThat(parts.count("call_case")).isZero();
    }

    @Test
    void storesNumbersAndWordsBehindTheGateOnly() {
        open(complaint(CONSUMER, "13910005678"));

        for (String table : parts.sql().sql("""
                        select table_name from information_schema.tables where table_schema = 'public'
                          and table_type = 'BASE TABLE' and table_name <> 'call_case_number'
                        """).query(String.class).list()) {
            assertThat(parts.sql()
                            .sql("select t::text from \"" + table + "\" t")
                            .query(String.class)
                            .list())
                    .as(table)
                    .noneMatch(row ->
                            row.contains("13810001234") || row.contains("13910005678") || row.contains("dinner"));
        }
        assertThat(kept()).containsExactly("13810001234 13910005678");
    }

    @Test
    void historyIsAppendOnly() {
        open(complaint(CONSUMER, "95519"));

        for (String change : List.of(
                "update call_case_event set state = 'CLOSED'",
                "delete from call_case_event",
                "update call_case set purpose = 'OTHER'",
                "delete from call_case")) {
            assertThatExceptionOfType(RuntimeException.class)
                    .as(change)
                    .isThrownBy(() -> parts.bean(JdbcClient.class).sql(change).update())
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void openCaseRetainsItsNumberAndClosedCaseDoesNot() {
        Steps steps = new Steps();
        CaseNumber number = steps.take("two numbers are released, and one has an open case", () -> {
            released(CONSUMER);
            released(OTHER);
            return open(complaint(CONSUMER, "95519"));
        });
        steps.take(
                "the other one is erased",
                () -> assertThat(erase()).as("the other number alone").isEqualTo(new ErasureCount(1, 1)));
        steps.take("a case that can be contested keeps the number", () -> {
            becomes(number, CaseState.DISMISSED);
            assertThat(erase()).isEqualTo(ErasureCount.NOTHING);
            assertThat(kept()).hasSize(1);
        });
        CaseNumber another = steps.take("another case comes up, and the first one is closed", () -> {
            becomes(number, CaseState.CLOSED);
            return open(complaint(CONSUMER, "95518"));
        });
        steps.take("the open one keeps the number", () -> {
            assertThat(erase()).as("one of two is open").isEqualTo(ErasureCount.NOTHING);
            assertThat(kept()).hasSize(2);
        });
        steps.take("with both closed the number is erased", () -> {
            becomes(another, CaseState.CLOSED);
            assertThat(erase()).isEqualTo(new ErasureCount(1, 1));
            assertThat(kept()).isEmpty();
            assertThat(cases.show(number, SOMEBODY, WHY).reported()).isEmpty();
            assertThat(cases.of(CONSUMER, SOMEBODY, WHY)).as("the cases stay").hasSize(2);
        });
    }

    @Test
    void erasesClosedCasesAfterTheRetentionPeriod() {
        EraseClosedCases erase = parts.bean(EraseClosedCases.class);
        CaseNumber closed = open(complaint(CONSUMER, "95519"));
        open(complaint(OTHER, "95519"));
        becomes(closed, CaseState.CLOSED);
        int before = log().size();

        assertThat(erase.closedOnOrBefore(LocalDate.of(2026, 3, 1), Actor.batch()))
                .isZero();
        assertThat(log()).as("nothing is opened for nothing").hasSize(before);
        assertThat(erase.closedOnOrBefore(LocalDate.of(2026, 3, 2), Actor.batch()))
                .isEqualTo(1);
        assertThat(erase.closedOnOrBefore(LocalDate.of(2026, 3, 2), Actor.batch()))
                .isZero();

        assertThat(kept()).containsExactly("13810005678 95519");
        assertThat(log().subList(before, log().size())).containsExactly("ERASE INTENT  0", "ERASE RESULT ERASED 1");
    }

    private void released(Mobile mobile) {
        parts.bean(ConsumerChoices.class).release(mobile, SOMEBODY, "it has changed hands");
    }

    private void becomes(CaseNumber number, CaseState state) {
        parts.sql()
                .sql("insert into call_case_event (call_case, state, at, actor)"
                        + " select id, ?, ?, 'a test' from call_case where number = ?")
                .params(state.name(), clock.instant().atOffset(ZoneOffset.UTC), number.value())
                .update();
    }

    /** Erases far in the future. */
    private ErasureCount erase() {
        AccessLog log = parts.bean(AccessLog.class);
        return parts.inTransaction(() -> parts.bean(EraseNumbers.class)
                        .next(
                                log.begin(new Access(
                                        Actor.batch(), AccessAction.ERASE, "a test", Optional.empty(), "registry")),
                                ErasureProgress.begin(LocalDate.of(2030, 1, 1), 100)))
                .erased();
    }

    private CaseNumber open(CallComplaint complaint) {
        return cases.open(complaint, CaseSource.CONSUMER, UUID.randomUUID(), SOMEBODY, WHY);
    }

    private CallComplaint complaint(Mobile consumer, String caller) {
        return new CallComplaint(
                consumer,
                Optional.of(YUNHE),
                Optional.empty(),
                Optional.of(CallerNumber.typed(caller)),
                clock.instant().minus(Duration.ofHours(1)),
                CallPurpose.SALES,
                "they called at dinner\r\nagain");
    }

    @Test
    void showsTheLineOfTheCall() {
        parts.bean(Insurers.class)
                .addLine(YUNHE, MOTOR, BusinessTime.dateOf(clock.instant()).plusDays(30), clock.instant());

        assertThat(cases.find(open(about(MOTOR))).orElseThrow().businessLine()).contains(MOTOR);
        assertThat(cases.find(open(about(new LineCode("LIFE")))).orElseThrow().businessLine())
                .as("of the same minute, and another case")
                .contains(new LineCode("LIFE"));
    }

    @Test
    void refusesLineThatTheInsurerNeverSold() {
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> open(about(new LineCode("PETS"))))
                .is(error(LineError.LINE_UNKNOWN))
                .withMessageContaining("PETS")
                .withMessageContaining("MOTOR");
        assertThatExceptionOfType(InsurerException.class)
                .isThrownBy(() -> open(about(MOTOR)))
                .is(error(InsurerError.LINE_NOT_SOLD))
                .withMessageContaining("YUNHE does not sell MOTOR");
        assertThat(parts.count("call_case")).isZero();
        assertThat(log()).isEmpty();
    }

    private CallComplaint about(LineCode line) {
        return new CallComplaint(
                CONSUMER,
                Optional.of(YUNHE),
                Optional.of(line),
                Optional.empty(),
                clock.instant().minus(Duration.ofHours(1)),
                CallPurpose.SALES,
                "");
    }

    private List<String> kept() {
        return parts.sql()
                .sql("select mobile || ' ' || caller from call_case_number order by call_case")
                .query(String.class)
                .list();
    }

    private List<String> log() {
        return parts.sql()
                .sql("select action || ' ' || phase || ' ' || coalesce(outcome, '') || ' ' || coalesce(numbers, 0)"
                        + " from access_log_entry where purpose not like 'the record after %' order by id")
                .query(String.class)
                .list();
    }
}
