package jinbo.cases.sanction;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jinbo.accesslog.Actor;
import jinbo.cases.AppealCase;
import jinbo.cases.AssignCase;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallPurpose;
import jinbo.cases.CaseError;
import jinbo.cases.CaseException;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseParty;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseSource;
import jinbo.cases.CaseState;
import jinbo.cases.Cases;
import jinbo.cases.DecideCase;
import jinbo.cases.PendingNotices;
import jinbo.cases.Salesperson;
import jinbo.cases.ViolationGround;
import jinbo.exchange.format.CaseNotice;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.YearNotLoadedException;
import jinbo.reference.phone.Mobile;
import jinbo.registry.GracePeriod;
import jinbo.testing.CaseRequestRowWriter;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestLines;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SanctionsIT {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final InsurerCode CHANGQING = new InsurerCode("CHANGQING");
    private static final Actor TWO = new Actor("qian", "jinbo").confirmedBy("sun");
    private static final Actor TWO_OTHERS = new Actor("zhou", "jinbo").confirmedBy("wu");
    private static final String WHY = "a test";

    private final SettableClock clock = new SettableClock("2026-03-02T09:00:00+08:00");
    private long consumer = 13810000000L;

    private TestSlice parts;

    @BeforeEach
    void insurersTakePart() {
        SanctionSettings.Rung twoStopNew =
                new SanctionSettings.Rung(2, Period.ofYears(1), Sanction.Kind.STOP_NEW_CUSTOMERS, Period.ofMonths(3));
        SanctionSettings.Rung anotherStopsAll =
                new SanctionSettings.Rung(1, Period.ofYears(1), Sanction.Kind.STOP_ALL, Period.ZERO);
        SanctionSettings settings = new SanctionSettings(List.of(
                ladder(SanctionLadder.Target.INSURER, twoStopNew, anotherStopsAll),
                ladder(SanctionLadder.Target.SALESPERSON, twoStopNew, anotherStopsAll)));
        parts = new TestSlice(
                clock,
                beans -> {
                    beans.registerBean(GracePeriod.class, () -> new GracePeriod(7));
                    beans.registerBean(
                            "ladders", SanctionSettings.class, () -> settings, bean -> bean.setPrimary(true));
                },
                TestSlice.OF_CASES);
        for (InsurerCode code : List.of(YUNHE, CHANGQING)) {
            parts.bean(Insurers.class)
                    .add(code, code.value(), TestLines.LIFE, new DropLocation.Embedded(Set.of()), clock.instant());
        }
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void countsOnlyClosedViolations() {
        closed(decided(opened(YUNHE), CaseRuling.VIOLATION));
        closed(decided(opened(YUNHE), CaseRuling.GRACE));
        CaseNumber notClosed = decided(opened(YUNHE), CaseRuling.VIOLATION);
        opened(YUNHE);

        assertThat(proposed()).isEmpty();
        closed(notClosed);
        assertThat(proposed()).containsExactly("YUNHE STOP_NEW_CUSTOMERS PROPOSED");
    }

    @Test
    void countsLastDecisionAfterAnAppeal() {
        CaseNumber dismissedInTheEnd = decided(opened(YUNHE), CaseRuling.VIOLATION);
        CaseNumber upheldInTheEnd = decided(opened(YUNHE), CaseRuling.NOT_BLOCKED);
        closed(decided(opened(YUNHE), CaseRuling.VIOLATION));
        becomes(dismissedInTheEnd, CaseState.APPEALED);
        parts.bean(AppealCase.class).forConsumer(upheldInTheEnd, WHY, TWO);
        decide(dismissedInTheEnd, CaseRuling.NOT_TOLD_IN_TIME, TWO_OTHERS);
        decide(upheldInTheEnd, CaseRuling.VIOLATION, TWO_OTHERS);
        closed(dismissedInTheEnd);
        assertThat(proposed()).isEmpty();

        closed(upheldInTheEnd);

        assertThat(parts.bean(ProposeDueSanctions.class).run())
                .singleElement()
                .satisfies(sanction ->
                        assertThat(sanction.cases()).contains(upheldInTheEnd).doesNotContain(dismissedInTheEnd));
    }

    @Test
    void lateDecisionOfTheFirstCallChangesNoStep() {
        CaseNumber contested = decided(opened(YUNHE), CaseRuling.NOT_BLOCKED);
        parts.bean(AppealCase.class).forConsumer(contested, WHY, TWO);
        upheld(YUNHE, 2);
        assertThat(proposed()).as("nobody waits for it").containsExactly("YUNHE STOP_NEW_CUSTOMERS PROPOSED");
        decide(contested, CaseRuling.VIOLATION, TWO_OTHERS);
        assertThat(proposed()).as("it is not closed").isEmpty();

        closed(contested);

        assertThat(proposed()).containsExactly("YUNHE STOP_ALL PROPOSED");
        assertThat(sanctions().get(2).cases()).containsExactly(contested);
        assertThat(proposed()).isEmpty();
    }

    @Test
    void countsCasesForTheSuccessorButNotForItsSalespersons() {
        assigned(opened(YUNHE), new CaseParty(YUNHE, Optional.empty(), Optional.of(new Salesperson("S-17"))));
        assigned(opened(YUNHE), new CaseParty(YUNHE, Optional.empty(), Optional.of(new Salesperson("S-17"))));
        parts.bean(EndParticipation.class).succeed(YUNHE, CHANGQING, LocalDate.of(2026, 3, 2), WHY, clock.instant());

        assertThat(proposed()).containsExactly("CHANGQING STOP_NEW_CUSTOMERS PROPOSED");
    }

    @Test
    void countsCaseInItsLineOrInTheLinesSoldOnThatDay() {
        InsurerCode beidou = new InsurerCode("BEIDOU");
        LineCode life = new LineCode("LIFE");
        Insurers insurers = parts.bean(Insurers.class);
        insurers.add(beidou, "BEIDOU", TestLines.MOTOR, new DropLocation.Embedded(Set.of()), clock.instant());
        insurers.addLine(beidou, life, LocalDate.of(2026, 3, 3), clock.instant());
        upheld(beidou, 2);
        clock.pass(Duration.ofDays(1));
        closed(decided(opened(beidou, Optional.of(new LineCode("MOTOR"))), CaseRuling.VIOLATION));
        closed(decided(opened(beidou, Optional.of(life)), CaseRuling.VIOLATION));
        assertThat(proposed()).as("the ladder is for life").isEmpty();

        upheld(beidou, 1);

        assertThat(proposed()).containsExactly("BEIDOU STOP_NEW_CUSTOMERS PROPOSED");
    }

    @Test
    void successorContinuesTheLadder() {
        upheld(YUNHE, 2);
        assertThat(proposed()).containsExactly("YUNHE STOP_NEW_CUSTOMERS PROPOSED");
        parts.bean(EndParticipation.class).succeed(YUNHE, CHANGQING, LocalDate.of(2026, 3, 2), WHY, clock.instant());
        assertThat(proposed()).isEmpty();

        upheld(CHANGQING, 1);

        assertThat(proposed()).containsExactly("CHANGQING STOP_ALL PROPOSED");
    }

    @Test
    void successorBeginsAgainOnceTheLastStepOfItsPredecessorIsLifted() {
        upheld(YUNHE, 3);
        proposed();
        sanctions().impose(2, WHY, TWO);
        parts.bean(EndParticipation.class).succeed(YUNHE, CHANGQING, LocalDate.of(2026, 3, 2), WHY, clock.instant());
        upheld(CHANGQING, 2);
        assertThat(proposed()).isEmpty();

        sanctions().lift(2, WHY, TWO);

        assertThat(proposed()).containsExactly("CHANGQING STOP_NEW_CUSTOMERS PROPOSED");
    }

    @Test
    void proposesNothingForInsurerThatLeftWithoutSuccessor() {
        upheld(YUNHE, 2);
        parts.bean(EndParticipation.class).leave(YUNHE, LocalDate.of(2026, 3, 2), WHY, clock.instant());

        assertThat(proposed()).isEmpty();
    }

    @Test
    void countsSalespersonsSeparatelyAndTheirInsurerForBoth() {
        assigned(opened(YUNHE), new CaseParty(YUNHE, Optional.empty(), Optional.of(new Salesperson("S-17"))));
        assigned(opened(YUNHE), new CaseParty(YUNHE, Optional.empty(), Optional.of(new Salesperson("S-18"))));
        assertThat(proposed()).containsExactly("YUNHE STOP_NEW_CUSTOMERS PROPOSED");

        assigned(opened(YUNHE), new CaseParty(YUNHE, Optional.empty(), Optional.of(new Salesperson("S-18"))));

        assertThat(proposed()).containsExactly("YUNHE STOP_ALL PROPOSED", "YUNHE/S-18 STOP_NEW_CUSTOMERS PROPOSED");
    }

    @Test
    void concurrentRunsProposeOnce() throws Exception {
        upheld(YUNHE, 2);
        ExecutorService runs = Executors.newFixedThreadPool(4);
        try {
            int proposed = 0;
            for (Future<List<Sanction>> run : IntStream.range(0, 8)
                    .mapToObj(i -> runs.submit(
                            () -> parts.bean(ProposeDueSanctions.class).run()))
                    .toList()) {
                proposed += run.get().size();
            }
            assertThat(proposed).isEqualTo(1);
        } finally {
            runs.shutdownNow();
        }
    }

    @Test
    void beginsOnTheNextWorkingDayAndEndsAutomatically() {
        Steps steps = new Steps();
        steps.take("a sanction is proposed", () -> {
            upheld(YUNHE, 2);
            proposed();
        });
        Sanction imposed = steps.take("it is imposed on a Friday", () -> {
            clock.set("2026-11-27T18:00:00+08:00");
            return sanctions().impose(1, WHY, TWO);
        });
        steps.take("it begins on Monday and ends after three months", () -> {
            assertThat(imposed.beginsOn()).as("a Monday").contains(LocalDate.of(2026, 11, 30));
            assertThat(imposed.endsOn()).as("29 November and three months").contains(LocalDate.of(2027, 2, 28));
            assertThat(imposed.actor()).isEqualTo("qian, confirmed by sun");
        });
        steps.take("on its last day it stands", () -> {
            clock.set("2027-02-28T23:59:59+08:00");
            assertThat(ended()).isEmpty();
        });
        steps.take("on the day after it has ended, once", () -> {
            clock.set("2027-03-01T00:00:00+08:00");
            assertThat(sanctions().standing()).isEmpty();
            assertThat(ended()).containsExactly("YUNHE STOP_NEW_CUSTOMERS ENDED");
            assertThat(ended()).isEmpty();
        });
        steps.take(
                "it cannot be lifted",
                () -> assertThatExceptionOfType(SanctionException.class)
                        .isThrownBy(() -> sanctions().lift(1, WHY, TWO))
                        .is(error(SanctionError.SANCTION_STATE)));
    }

    @Test
    void imposesNothingBeyondTheCalendar() {
        upheld(YUNHE, 2);
        proposed();
        clock.set("2040-03-02T09:00:00+08:00");

        assertThatExceptionOfType(YearNotLoadedException.class)
                .isThrownBy(() -> sanctions().impose(1, WHY, TWO));
        assertThat(sanctions().get(1).state()).isEqualTo(Sanction.State.PROPOSED);
    }

    @Test
    void withoutEndItLastsUntilItIsLifted() {
        upheld(YUNHE, 3);
        assertThat(proposed()).containsExactly("YUNHE STOP_NEW_CUSTOMERS PROPOSED", "YUNHE STOP_ALL PROPOSED");
        Sanction imposed = sanctions().impose(2, WHY, TWO);
        assertThat(imposed.endsOn()).isEmpty();
        clock.set("2035-03-02T09:00:00+08:00");
        assertThat(ended()).isEmpty();
        assertThat(sanctions().standing()).hasSize(2);

        assertThat(sanctions().lift(2, "it has changed", TWO).state()).isEqualTo(Sanction.State.LIFTED);

        assertThat(sanctions().standing()).hasSize(1);
    }

    @Test
    void casesOfRefusedSanctionEarnNothingElse() {
        upheld(YUNHE, 2);
        proposed();

        assertThat(sanctions().refuse(1, "a system's fault", TWO).reason()).contains("a system's fault");

        assertThat(proposed()).isEmpty();
        for (Sanction.State next : EnumSet.of(Sanction.State.IMPOSED, Sanction.State.REFUSED, Sanction.State.LIFTED)) {
            assertThatExceptionOfType(SanctionException.class)
                    .isThrownBy(() -> sanctions().require(1, next))
                    .is(error(SanctionError.SANCTION_STATE));
        }
        assertThat(toTell()).isEmpty();
    }

    @Test
    void notifiesDayOfLiftingAsTheLastDay() {
        upheld(YUNHE, 3);
        proposed();
        sanctions().impose(2, WHY, TWO);
        assertThat(parts.bean(PendingNotices.class).of(CHANGQING)).isEmpty();
        assertThat(toTell()).containsExactly("SANCTION_BEGINS STOP_ALL 2026-03-03 -");
        clock.set("2026-04-01T09:00:00+08:00");
        sanctions().lift(2, WHY, TWO);

        assertThat(toTell())
                .containsExactly(
                        "SANCTION_BEGINS STOP_ALL 2026-03-03 -", "SANCTION_ENDS STOP_ALL 2026-03-03 2026-04-01");
    }

    @Test
    void notifiesTheLastDayOfASanctionThatIsLiftedLater() {
        upheld(YUNHE, 2);
        proposed();
        LocalDate last = sanctions().impose(1, WHY, TWO).endsOn().orElseThrow();
        clock.set(last.plusDays(1) + "T08:00:00+08:00");
        sanctions().lift(1, WHY, TWO);

        assertThat(toTell()).anyMatch(notice -> notice.startsWith("SANCTION_ENDS") && notice.endsWith(" " + last));
    }

    @Test
    void sanctionsAreAppendOnly() {
        upheld(YUNHE, 2);
        proposed();

        for (String change : List.of(
                "update sanction set kind = 'STOP_ALL'",
                "delete from sanction_case",
                "update sanction_event set event = 'REFUSED'")) {
            assertThatExceptionOfType(RuntimeException.class)
                    .as(change)
                    .isThrownBy(() -> parts.bean(JdbcClient.class).sql(change).update())
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void assignsCasesOnlyBeforeTheirDecision() {
        CaseNumber number = decided(opened(YUNHE), CaseRuling.VIOLATION);

        assertThatExceptionOfType(CaseException.class)
                .isThrownBy(() -> decide(number, CaseRuling.GRACE, TWO))
                .is(error(CaseError.CASE_STATE));
        assertThatExceptionOfType(CaseException.class)
                .isThrownBy(() -> parts.bean(AssignCase.class)
                        .to(number, new CaseParty(CHANGQING, Optional.empty(), Optional.empty()), WHY, TWO))
                .is(error(CaseError.CASE_STATE));
    }

    @Test
    void asksOnlyANewlyAssignedInsurer() {
        CaseNumber number = opened(YUNHE);
        becomes(number, CaseState.SENT);
        AssignCase assign = parts.bean(AssignCase.class);

        assign.to(number, new CaseParty(YUNHE, Optional.empty(), Optional.of(new Salesperson("S-1"))), WHY, TWO);
        assertThat(parts.bean(Cases.class).get(number).state()).isEqualTo(CaseState.SENT);
        assign.to(number, new CaseParty(CHANGQING, Optional.empty(), Optional.empty()), WHY, TWO);

        assertThat(parts.bean(Cases.class).get(number)).satisfies(stands -> {
            assertThat(stands.state()).isEqualTo(CaseState.OPEN);
            assertThat(stands.insurer()).contains(CHANGQING);
            assertThat(stands.dueOn()).contains(LocalDate.of(2026, 3, 4));
        });
    }

    private Sanctions sanctions() {
        return parts.bean(Sanctions.class);
    }

    private List<String> proposed() {
        return describe(parts.bean(ProposeDueSanctions.class).run());
    }

    private List<String> ended() {
        return describe(parts.bean(EndDueSanctions.class).run());
    }

    private static List<String> describe(List<Sanction> sanctions) {
        return sanctions.stream()
                .map(sanction -> sanction.subject() + " " + sanction.kind() + " " + sanction.state())
                .toList();
    }

    private List<String> toTell() {
        return parts.bean(PendingNotices.class).of(YUNHE).stream()
                .map(told -> (CaseNotice.Sanction) told.notice())
                .map(told -> told.kind() + " " + told.sanction() + " " + told.from() + " "
                        + told.until().map(LocalDate::toString).orElse("-"))
                .toList();
    }

    private void upheld(InsurerCode insurer, int cases) {
        for (int i = 0; i < cases; i++) {
            closed(decided(opened(insurer), CaseRuling.VIOLATION));
        }
    }

    private void assigned(CaseNumber number, CaseParty party) {
        parts.bean(AssignCase.class).to(number, party, WHY, TWO);
        closed(decided(number, CaseRuling.VIOLATION));
    }

    private CaseNumber opened(InsurerCode insurer) {
        return opened(insurer, Optional.empty());
    }

    private CaseNumber opened(InsurerCode insurer, Optional<LineCode> line) {
        clock.pass(Duration.ofSeconds(1));
        return parts.bean(Cases.class)
                .open(
                        new CallComplaint(
                                new Mobile(consumer++),
                                Optional.of(insurer),
                                line,
                                Optional.empty(),
                                clock.instant().minus(Duration.ofHours(1)),
                                CallPurpose.SALES,
                                ""),
                        CaseSource.OPERATOR,
                        UUID.randomUUID(),
                        TWO,
                        WHY);
    }

    private CaseNumber decided(CaseNumber number, CaseRuling ruling) {
        new CaseRequestRowWriter(parts.sql()).about(number, clock.instant());
        becomes(number, CaseState.ANSWERED);
        decide(number, ruling, TWO);
        return number;
    }

    private void decide(CaseNumber number, CaseRuling ruling, Actor by) {
        Set<ViolationGround> violationGrounds =
                ruling == CaseRuling.VIOLATION ? Set.of(ViolationGround.BLOCK) : Set.of();
        parts.bean(DecideCase.class).decide(number, ruling, violationGrounds, WHY, Optional.empty(), by);
    }

    private void closed(CaseNumber number) {
        becomes(number, CaseState.CLOSED);
    }

    private void becomes(CaseNumber number, CaseState state) {
        parts.sql()
                .sql("insert into call_case_event (call_case, state, at, actor)"
                        + " select id, ?, ?, 'a test' from call_case where number = ?")
                .params(state.name(), clock.instant().atOffset(ZoneOffset.UTC), number.value())
                .update();
    }

    private static SanctionSettings.Ladder ladder(SanctionLadder.Target about, SanctionSettings.Rung... rungs) {
        return new SanctionSettings.Ladder(about, TestLines.LIFE, LocalDate.of(2014, 1, 1), List.of(rungs));
    }
}
