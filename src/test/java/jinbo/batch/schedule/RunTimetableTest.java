package jinbo.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.batch.schedule.ScheduleSettings.JobSchedule;
import jinbo.reference.calendar.YearNotLoadedException;
import org.junit.jupiter.api.Test;

class RunTimetableTest {

    private static final Instant SIX = at("2026-11-26T18:00:00+08:00");
    private static final Instant SIX_NEXT_DAY = SIX.plus(Duration.ofDays(1));
    private static final Set<String> NOBODY = Set.of();

    private final RunTimetable daily = course("days 18:00", JobSchedule.MissedRunPolicy.MAKE_UP);

    @Test
    void plansFirstDueTimeAfterNow() {
        assertThat(daily.first(SIX.minusSeconds(1))).contains(new NextRun(SIX, dueAt(SIX)));
        assertThat(daily.first(SIX)).contains(new NextRun(SIX_NEXT_DAY, dueAt(SIX_NEXT_DAY)));
    }

    @Test
    void plansNoRunForJobThatIsNeverDue() {
        assertThat(course("never", JobSchedule.MissedRunPolicy.MAKE_UP).first(SIX))
                .isEmpty();
    }

    @Test
    void plansNextDueTimeAndForgetsFailuresAfterSuccess() {
        RunState failedBefore = new RunState(Optional.of(SIX), 3, 3, Map.of("YUNHE", SIX));

        assertThat(daily.after(failedBefore, NOBODY, minutesLater(9), minutesLater(9)))
                .contains(new NextRun(SIX_NEXT_DAY, dueAt(SIX_NEXT_DAY)));
    }

    /** Pauses are 1, 2, 4, 8 and at most 10 minutes; a person is told after an hour. */
    @Test
    void retriesWithGrowingPausesUntilAPersonIsTold() {
        List<Long> pauses = new ArrayList<>();
        RunState state = dueAt(SIX);
        Instant now = SIX;
        while (true) {
            NextRun next = daily.after(state, Set.of("YUNHE"), now, now).orElseThrow();
            if (next.at().equals(SIX_NEXT_DAY)) {
                assertThat(next.state())
                        .isEqualTo(new RunState(Optional.of(SIX_NEXT_DAY), 0, pauses.size() + 1, Map.of("YUNHE", SIX)));
                break;
            }
            pauses.add(Duration.between(now, next.at()).toMinutes());
            assertThat(next.state().attempt()).isEqualTo(pauses.size());
            assertThat(next.state().failing()).isEqualTo(Map.of("YUNHE", SIX));
            state = next.state();
            now = next.at();
        }

        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 10L, 10L, 10L, 10L, 10L);
    }

    @Test
    void retriesOldFailuresOnlyAtDueTimes() {
        RunState oneDayLater = new RunState(Optional.of(SIX_NEXT_DAY), 0, 10, Map.of("YUNHE", SIX));

        assertThat(daily.after(oneDayLater, Set.of("YUNHE"), SIX_NEXT_DAY, SIX_NEXT_DAY))
                .map(NextRun::at)
                .contains(SIX_NEXT_DAY.plus(Duration.ofDays(1)));
    }

    @Test
    void retriesNewFailureBesideOldOne() {
        RunState oneDayLater = new RunState(Optional.of(SIX_NEXT_DAY), 0, 10, Map.of("YUNHE", SIX));

        NextRun next = daily.after(oneDayLater, Set.of("YUNHE", "BEIDOU"), SIX_NEXT_DAY, SIX_NEXT_DAY)
                .orElseThrow();

        assertThat(next.at()).isEqualTo(SIX_NEXT_DAY.plus(Duration.ofMinutes(10)));
        assertThat(next.state().failing()).isEqualTo(Map.of("YUNHE", SIX, "BEIDOU", SIX_NEXT_DAY));
    }

    @Test
    void prefersDueRunToLaterRetry() {
        RunTimetable often = course("cron 0 0/5 * * * *", JobSchedule.MissedRunPolicy.MAKE_UP);
        RunState thirdFailure = new RunState(Optional.of(SIX), 3, 3, Map.of("", SIX));

        assertThat(often.after(thirdFailure, Set.of(""), minutesLater(1), minutesLater(1)))
                .contains(new NextRun(
                        minutesLater(5), new RunState(Optional.of(minutesLater(5)), 0, 4, Map.of("", SIX))));
    }

    @Test
    void resumesStoppedRunAtOnce() {
        assertThat(daily.afterStop(dueAt(SIX), Set.of("YUNHE"), minutesLater(2)))
                .isEqualTo(new NextRun(
                        minutesLater(2), new RunState(Optional.of(SIX), 1, 0, Map.of("YUNHE", minutesLater(2)))));
    }

    @Test
    void startsRunThatBecameDueAfterTheCurrentOne() {
        assertThat(daily.after(dueAt(SIX), NOBODY, SIX_NEXT_DAY.minusSeconds(60), SIX_NEXT_DAY.plusSeconds(60)))
                .contains(new NextRun(SIX_NEXT_DAY, dueAt(SIX_NEXT_DAY)));
    }

    @Test
    void delayedRetryBecomesTheNextDueRun() {
        RunState retry = new RunState(Optional.of(SIX), 1, 1, Map.of("YUNHE", SIX));

        assertThat(daily.begin(retry, SIX_NEXT_DAY.plusSeconds(1), false))
                .isEqualTo(new RunTimetable.StartDecision.Begin(
                        new RunState(Optional.of(SIX_NEXT_DAY), 0, 1, Map.of("YUNHE", SIX))));
        assertThat(daily.begin(retry, SIX_NEXT_DAY.minusSeconds(1), false))
                .isEqualTo(new RunTimetable.StartDecision.Begin(retry));
    }

    @Test
    void waitingForWindowDoesNotCountAsMissed() {
        JobSchedule schedule = new JobSchedule(
                "days 18:00",
                List.of("20:00-23:00"),
                JobSchedule.MissedRunPolicy.SKIP,
                Duration.ofHours(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                Duration.ofHours(2));
        RunTimetable evening = new RunTimetable(schedule, schedule.rule().times(day -> true), schedule.allowed());

        assertThat(evening.begin(dueAt(SIX), SIX.plus(Duration.ofHours(2)), false))
                .isEqualTo(new RunTimetable.StartDecision.Begin(dueAt(SIX)));
        assertThat(evening.begin(dueAt(SIX), SIX.plus(Duration.ofHours(4)), false))
                .isInstanceOf(RunTimetable.StartDecision.Skip.class);
    }

    @Test
    void retriesLateRunAsLongAsPunctualRun() {
        Instant late = SIX.plus(Duration.ofHours(5));

        assertThat(daily.after(dueAt(SIX), Set.of("YUNHE"), late, late))
                .contains(new NextRun(
                        late.plus(Duration.ofMinutes(1)), new RunState(Optional.of(SIX), 1, 1, Map.of("YUNHE", late))));
    }

    @Test
    void makesUpOnceForMissedRuns() {
        Instant threeDaysLate = SIX.plus(Duration.ofDays(3)).plusSeconds(60);

        assertThat(daily.begin(dueAt(SIX), threeDaysLate, false))
                .isEqualTo(new RunTimetable.StartDecision.Begin(dueAt(SIX)));
        assertThat(daily.after(dueAt(SIX), NOBODY, threeDaysLate, threeDaysLate))
                .map(NextRun::at)
                .contains(SIX.plus(Duration.ofDays(4)));
    }

    @Test
    void skipsMissedRunIfConfigured() {
        RunTimetable skipping = course("days 18:00", JobSchedule.MissedRunPolicy.SKIP);
        Instant late = SIX.plus(Duration.ofHours(1)).plusSeconds(1);

        assertThat(skipping.begin(dueAt(SIX), late, false))
                .isEqualTo(new RunTimetable.StartDecision.Skip(
                        Optional.of(new NextRun(SIX_NEXT_DAY, dueAt(SIX_NEXT_DAY)))));
        assertThat(skipping.begin(dueAt(SIX), late.minusSeconds(1), false))
                .isEqualTo(new RunTimetable.StartDecision.Begin(dueAt(SIX)));
    }

    @Test
    void resumedRunDoesNotCountAsMissed() {
        RunTimetable skipping = course("days 18:00", JobSchedule.MissedRunPolicy.SKIP);

        assertThat(skipping.begin(dueAt(SIX), SIX.plus(Duration.ofHours(5)), true))
                .isEqualTo(new RunTimetable.StartDecision.Begin(dueAt(SIX)));
    }

    @Test
    void waitsForEndOfDowntime() {
        RunTimetable down = daily(List.of(TimeWindow.parse("2026-11-26T17:00/2026-11-26T20:30")));

        assertThat(down.first(SIX.minusSeconds(1))).contains(new NextRun(at("2026-11-26T20:30:00+08:00"), dueAt(SIX)));
        assertThat(down.begin(dueAt(SIX), SIX, false))
                .isEqualTo(
                        new RunTimetable.StartDecision.Wait(new NextRun(at("2026-11-26T20:30:00+08:00"), dueAt(SIX))));
    }

    @Test
    void retriesLaterForYearWithoutCalendar() {
        RunTimetable course = new RunTimetable(
                schedule("workdays 18:00", JobSchedule.MissedRunPolicy.MAKE_UP),
                instant -> {
                    throw new YearNotLoadedException(2027, "2012-2026.1");
                },
                new AllowedTimes(List.of(), List.of()));
        NextRun asked = course.first(SIX).orElseThrow();

        assertThat(asked).isEqualTo(new NextRun(minutesLater(10), new RunState(Optional.empty(), 0, 0, Map.of())));
        assertThat(course.begin(asked.state(), asked.at(), false)).isInstanceOf(RunTimetable.StartDecision.Skip.class);
    }

    private static RunTimetable daily(List<TimeWindow> downtime) {
        JobSchedule schedule = schedule("days 18:00", JobSchedule.MissedRunPolicy.MAKE_UP);
        return new RunTimetable(
                schedule, schedule.rule().times(day -> true), schedule.allowed().outside(downtime));
    }

    private static RunTimetable course(String rule, JobSchedule.MissedRunPolicy missed) {
        JobSchedule schedule = schedule(rule, missed);
        return new RunTimetable(schedule, schedule.rule().times(day -> true), schedule.allowed());
    }

    private static JobSchedule schedule(String rule, JobSchedule.MissedRunPolicy missed) {
        return new JobSchedule(
                rule,
                List.of(),
                missed,
                Duration.ofHours(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                Duration.ofHours(2));
    }

    private static RunState dueAt(Instant due) {
        return new RunState(Optional.of(due), 0, 0, Map.of());
    }

    private static Instant minutesLater(int minutes) {
        return SIX.plus(Duration.ofMinutes(minutes));
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
