package jinbo.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.cases.Cases.CaseFilter;
import jinbo.exchange.format.CaseNotice;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.phone.Mobile;
import jinbo.registry.GracePeriod;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestLines;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deadlines of insurers begin with their notification and do not count during a suspension. */
class BindingDeadlinesIT {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final InsurerCode BEIDOU = new InsurerCode("BEIDOU");

    private final SettableClock clock = new SettableClock("2026-03-02T09:00:00+08:00");

    private TestSlice parts;
    private InsurerNotices insurerNotices;
    private long numbers = 13810001234L;

    @BeforeEach
    void twoInsurersTakePart() {
        parts = new TestSlice(
                clock, beans -> beans.registerBean(GracePeriod.class, () -> new GracePeriod(7)), TestSlice.OF_CASES);
        insurerNotices = parts.bean(InsurerNotices.class);
        for (InsurerCode code : List.of(YUNHE, BEIDOU)) {
            insurers().add(code, code + " Life", TestLines.LIFE, new DropLocation.Embedded(Set.of()), clock.instant());
        }
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void answerDaysBeginOnTheDayOfDelivery() {
        Steps steps = new Steps();
        CaseNumber number = complain();
        CaseFile file = seals(true);
        steps.take("a file that is not delivered begins no days", () -> {
            assertThat(due(number)).isEmpty();
            at("2026-04-01");
            assertThat(waiting().unanswered(YUNHE)).isZero();
            assertThat(overdue()).isEmpty();
            assertThatThrownBy(() -> parts.bean(DecideCase.class).require(number, CaseRuling.NOT_BLOCKED))
                    .hasMessageContaining("its deadline is not known yet");
        });
        steps.take("the file is delivered", () -> delivers(file));
        steps.take("its days begin", () -> {
            assertThat(due(number)).contains(LocalDate.of(2026, 4, 16));
            at("2026-04-16");
            assertThat(waiting().unanswered(YUNHE)).isZero();
        });
        steps.take("its days end", () -> {
            at("2026-04-17");
            assertThat(waiting().unanswered(YUNHE)).isEqualTo(1);
            assertThat(overdue()).containsExactly(number);
            parts.bean(DecideCase.class).require(number, CaseRuling.NOT_BLOCKED);
        });
    }

    @Test
    void anInsurerThatLeftBeforeTheDeliveryWasNotAsked() {
        CaseNumber number = complain();
        seals(true);
        leaves();
        at("2026-04-01");

        assertThatThrownBy(() -> parts.bean(DecideCase.class).require(number, CaseRuling.VIOLATION))
                .hasMessageContaining("No insurer has been asked");
        parts.bean(DecideCase.class).require(number, CaseRuling.NOT_BLOCKED);
    }

    @Test
    void anInsurerThatLeftAfterTheDeliveryWasAsked() {
        CaseNumber number = complain();
        delivers(seals(true));
        leaves();
        at("2026-04-01");

        parts.bean(DecideCase.class).require(number, CaseRuling.VIOLATION);
    }

    @Test
    void appealDaysBeginOnTheDayOfDelivery() {
        Steps steps = new Steps();
        CaseNumber number = steps.take("a case is decided", () -> decided());
        steps.take("without a delivery no case is closed", () -> {
            at("2026-03-20");
            assertThat(closes()).isZero();
        });
        CaseFile file = steps.take("a file is sealed", () -> seals(false));
        steps.take("its days do not begin before it is delivered", () -> {
            assertThat(stated(file)).contains(LocalDate.of(2026, 4, 3));
            at("2026-04-20");
            assertThat(closes()).isZero();
            assertThat(due(number)).isEmpty();
        });
        steps.take("it is delivered", () -> {
            at("2026-03-24");
            delivers(file);
        });
        steps.take("its days are known", () -> assertThat(due(number)).contains(LocalDate.of(2026, 4, 8)));
        steps.take("on the last day the case is open", () -> {
            at("2026-04-08");
            assertThat(closes()).isZero();
        });
        steps.take("on the day after it is closed", () -> {
            at("2026-04-09");
            assertThat(closes()).isEqualTo(1);
        });
    }

    @Test
    void computesDeadlineOnceTheCalendarReachesIt() {
        Steps steps = new Steps();
        at("2026-12-28");
        CaseNumber number = steps.take("a case is decided at the end of the calendar", () -> decided());
        steps.take("it is delivered, and its end is not known", () -> {
            delivers(seals(false));
            assertThat(due(number)).isEmpty();
        });
        steps.take("it is not closed", () -> {
            at("2027-03-01");
            assertThat(closes()).isZero();
        });
        steps.take(
                "the next year is imported",
                () -> parts.bean(Calendars.class)
                        .importFile(
                                Path.of("src/test/resources/jinbo/reference/calendar/made-up-2027.csv"),
                                "a test",
                                clock.instant()));
        steps.take("its end is known", () -> assertThat(due(number)).contains(LocalDate.of(2027, 1, 12)));
        steps.take("on the last day the case is open", () -> {
            at("2027-01-12");
            assertThat(closes()).isZero();
        });
        steps.take("on the day after it is closed", () -> {
            at("2027-01-13");
            assertThat(closes()).isEqualTo(1);
        });
    }

    @Test
    void daysOfSuspendedInsurerBeginAgainAfterItsResumption() {
        Steps steps = new Steps();
        CaseNumber asked = steps.take("an insurer is asked", () -> complain());
        steps.take("the question is delivered", () -> delivers(seals(true)));
        CaseNumber decided = steps.take("another case is decided", () -> decided());
        steps.take("the decision is delivered", () -> delivers(seals(false)));
        steps.take("the insurer is suspended", () -> {
            at("2026-03-12");
            insurers().suspend(YUNHE, clock.instant());
            at("2026-05-06");
        });
        steps.take("meanwhile no days run", () -> {
            assertThat(closes()).isZero();
            assertThat(List.of(due(asked), due(decided))).containsOnly(Optional.empty());
        });
        steps.take("it is resumed", () -> insurers().resume(YUNHE, clock.instant()));
        steps.take("its days begin anew", () -> {
            assertThat(List.of(due(asked), due(decided))).containsOnly(Optional.of(LocalDate.of(2026, 5, 19)));
            assertThat(closes()).isZero();
        });
        steps.take("after them one case is closed", () -> {
            at("2026-05-20");
            assertThat(closes()).isEqualTo(1);
        });
    }

    @Test
    void unreachableInsurerCountsAsNotifiedAfterTenWorkingDays() {
        CaseNumber number = decided();
        MissedNoticeDays untold = parts.bean(MissedNoticeDays.class);
        LocalDate day = LocalDate.of(2026, 3, 3);
        for (; !day.isAfter(LocalDate.of(2026, 3, 15)); day = day.plusDays(1)) {
            at(day.toString());
            untold.record(YUNHE);
            untold.record(YUNHE);
        }
        at("2026-05-06");
        assertThat(due(number)).as("after nine").isEmpty();
        at("2026-03-16");
        untold.record(YUNHE);

        assertThat(due(number)).contains(LocalDate.of(2026, 3, 30));
        at("2026-03-31");
        assertThat(closes()).isEqualTo(1);
        assertThat(insurerNotices.hasNotices(YUNHE))
                .as("it is told yet, if it can be")
                .isTrue();
    }

    @Test
    void withholdsFileWithReassignedCaseAndAsksAboutItsOthersAgain() {
        Steps steps = new Steps();
        CaseNumber moved = complain();
        CaseNumber stays = complain();
        CaseFile file = seals(true);
        steps.take("one case becomes another insurer's", () -> {
            assertThat(insurerNotices.mustBeWithheld(file)).isFalse();
            parts.bean(AssignCase.class)
                    .to(moved, new CaseParty(BEIDOU, Optional.empty(), Optional.empty()), "a recording", Actor.batch());
            assertThat(insurerNotices.mustBeWithheld(file)).isTrue();
        });
        steps.take(
                "the file is withheld", () -> parts.inTransaction(() -> insurerNotices.withhold(file, Actor.batch())));
        steps.take("it counts as not sent", () -> {
            assertThat(parts.bean(CaseFiles.class).undelivered(YUNHE)).isEmpty();
            assertThat(parts.bean(CaseFiles.class)
                            .find(YUNHE, file.sequence())
                            .orElseThrow()
                            .isDelivered())
                    .isFalse();
            assertThat(parts.bean(CaseFiles.class).isWithheld(file)).isTrue();
            assertThat(parts.bean(CaseFiles.class).hasAskedInsurer(stored(stays)))
                    .isFalse();
        });
        steps.take("the other case is asked about anew", () -> {
            CaseFile next = seals(true);
            assertThat(parts.bean(CaseFiles.class).asked(next)).containsExactly(stays);
            assertThat(insurerNotices.mustBeWithheld(next)).isFalse();
            delivers(next);
            assertThat(due(stays)).contains(LocalDate.of(2026, 3, 16));
        });
    }

    @Test
    void countsUnsentCasesOfEveryInsurer() {
        complain();
        at("2026-03-04");
        assertThat(waiting().notSent()).isZero();
        insurers().suspend(YUNHE, clock.instant());
        at("2026-03-05");
        assertThat(waiting().notSent()).isEqualTo(1);
    }

    private CaseNumber decided() {
        CaseNumber number = complain();
        delivers(seals(true));
        parts.inTransaction(() -> {
            CaseRows.Stored stored = stored(number);
            parts.bean(CaseRows.class).advance(stored, CaseState.UPHELD, Actor.batch(), Optional.of("a test"));
            parts.bean(CaseHistory.class)
                    .recordDecision(
                            stored,
                            new CaseDecision(
                                    CaseRuling.VIOLATION,
                                    Set.of(ViolationGround.BLOCK),
                                    Optional.empty(),
                                    "a test",
                                    "0".repeat(64),
                                    "li",
                                    Optional.of("wang"),
                                    clock.instant()),
                            Actor.batch());
        });
        return number;
    }

    private CaseFile seals(boolean asking) {
        CaseFiles files = parts.bean(CaseFiles.class);
        int sequence = files.next(YUNHE);
        parts.inTransaction(() -> {
            AccessPermit permit = parts.bean(AccessLog.class)
                    .begin(new Access(
                            Actor.batch(),
                            AccessAction.HAND_OVER_CASES,
                            "a test",
                            Optional.of(YUNHE.value()),
                            "a file"));
            List<PendingNotice> notices =
                    asking ? insurerNotices.notices(YUNHE, permit, Actor.batch()) : insurerNotices.tell(YUNHE);
            notifiedAt = new ArrayList<>(notices);
            insurerNotices.record(
                    new CaseFile(
                            YUNHE,
                            sequence,
                            "file " + sequence,
                            "file " + sequence,
                            1,
                            "0".repeat(64),
                            clock.instant(),
                            1,
                            Optional.empty()),
                    notices);
        });
        return files.find(YUNHE, sequence).orElseThrow();
    }

    private List<PendingNotice> notifiedAt = List.of();

    private Optional<LocalDate> stated(CaseFile file) {
        assertThat(file.isDelivered()).isFalse();
        return ((CaseNotice.Decision) notifiedAt.get(0).notice()).until();
    }

    private void delivers(CaseFile file) {
        parts.bean(CaseFiles.class).delivered(file, clock.instant());
    }

    private void leaves() {
        parts.bean(EndParticipation.class).leave(YUNHE, LocalDate.of(2026, 3, 2), "a test", clock.instant());
    }

    private int closes() {
        return parts.bean(CloseCases.class).due(Actor.batch());
    }

    private Optional<LocalDate> due(CaseNumber number) {
        return parts.bean(Cases.class).get(number).dueOn();
    }

    private List<CaseNumber> overdue() {
        return parts
                .bean(Cases.class)
                .newest(
                        new CaseFilter(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(clock.instant()
                                        .atOffset(ZoneOffset.ofHours(8))
                                        .toLocalDate())),
                        100)
                .stream()
                .map(CaseSummary::number)
                .toList();
    }

    private PendingCaseCounts waiting() {
        return parts.bean(PendingCaseCounts.class);
    }

    private Insurers insurers() {
        return parts.bean(Insurers.class);
    }

    private CaseNumber complain() {
        return parts.bean(Cases.class)
                .open(
                        new CallComplaint(
                                new Mobile(numbers++),
                                Optional.of(YUNHE),
                                Optional.empty(),
                                Optional.empty(),
                                clock.instant().minus(Duration.ofHours(1)),
                                CallPurpose.SALES,
                                ""),
                        CaseSource.CONSUMER,
                        UUID.randomUUID(),
                        Actor.consumer(),
                        "a test");
    }

    private CaseRows.Stored stored(CaseNumber number) {
        return parts.bean(CaseRows.class).get(number);
    }

    private void at(String day) {
        clock.set(day + "T09:00:00+08:00");
    }
}
