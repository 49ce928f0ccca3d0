package jinbo.cases.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import jinbo.cases.CaseFixture;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.ViolationGround;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.calendar.WorkdayCalendar;
import jinbo.registry.GracePeriod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares proposals with a simple model for half a year of random choices, cancellations and lists that are late,
 * withheld or acknowledged. The seeds produce all four rulings.
 */
class RandomNotificationsIT {

    private static final LocalDate BEGIN = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 150;

    private final CaseFixture stage = new CaseFixture();
    private final InsurerCode yunhe = stage.join("YUNHE");
    private final WorkdayCalendar calendar = stage.bean(Calendars.class).current();

    private final List<Word> words = new ArrayList<>();
    private final List<Told> lists = new ArrayList<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private boolean suspended;

    /** The first day of a block, if there is one. */
    private record Word(LocalDateTime at, Optional<LocalDate> effectiveOn) {}

    /** A sealed or withheld list with its delivery. */
    private static final class Told {
        private final LocalDateTime asOf;
        private final boolean withheld;
        private Optional<LocalDateTime> toldAt;

        Told(LocalDateTime asOf, boolean withheld) {
            this.asOf = asOf;
            this.withheld = withheld;
            this.toldAt = withheld ? Optional.of(asOf) : Optional.empty();
        }
    }

    /** Acknowledges all lists sealed until then. */
    private record Acknowledged(LocalDateTime at) {}

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 7, 8})
    void whatIsProposedIsWhatTheDaysSay(long seed) {
        Random random = new Random(seed);
        List<LocalDateTime> calls = new ArrayList<>();
        for (LocalDate day = BEGIN; day.isBefore(BEGIN.plusDays(DAYS)); day = day.plusDays(1)) {
            aDay(day, random);
            calls.add(day.atTime(12, 0));
        }
        stage.at(BEGIN.plusDays(DAYS) + "T12:00");
        List<CaseRuling> seen = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            // the limit is ten complaints a day for one number
            stage.at(BEGIN.plusDays(DAYS + i / 8L) + "T12:00");
            CaseNumber number = stage.complains(yunhe, calls.get(i).toString());
            Evidence.Proposal rulingProposal = stage.bean(CollectEvidence.class)
                    .weigh(number, CaseFixture.OPERATOR, "a test")
                    .proposal();

            assertThat(rulingProposal)
                    .as("seed %d, call at %s", seed, calls.get(i))
                    .isEqualTo(expected(calls.get(i)));
            seen.add(rulingProposal.ruling().orElseThrow());
        }
        assertThat(seen)
                .as("seed %d", seed)
                .contains(CaseRuling.VIOLATION, CaseRuling.GRACE, CaseRuling.NOT_BLOCKED, CaseRuling.NOT_TOLD_IN_TIME);
    }

    private void aDay(LocalDate day, Random random) {
        if (random.nextInt(30) == 0) {
            stage.at(day + "T08:00");
            suspended = !suspended;
            if (suspended) {
                stage.bean(Insurers.class).suspend(yunhe, stage.now());
            } else {
                stage.bean(Insurers.class).resume(yunhe, stage.now());
            }
        }
        if (random.nextInt(15) == 0) {
            says(day.atTime(9, 0), random.nextInt(3) > 0);
        }
        if (random.nextInt(6) == 0) {
            stage.at(day + "T10:00").seal();
            lists.add(new Told(day.atTime(10, 0), suspended));
        }
        if (random.nextInt(20) == 0) {
            stage.at(day + "T11:00").deliver();
            lists.stream()
                    .filter(list -> list.toldAt.isEmpty())
                    .forEach(list -> list.toldAt = Optional.of(day.atTime(11, 0)));
        }
        if (random.nextInt(6) == 0
                && lists.stream().anyMatch(list -> !list.withheld)
                && lists.stream().allMatch(list -> list.toldAt.isPresent())) {
            stage.at(day + "T11:30").acknowledges(yunhe);
            acknowledged.add(new Acknowledged(day.atTime(11, 30)));
        }
    }

    private void says(LocalDateTime at, boolean blocks) {
        stage.at(at.toString());
        if (!blocks) {
            stage.cancels();
            words.add(new Word(at, Optional.empty()));
            return;
        }
        stage.chooses(yunhe);
        // an insurer with an earlier block continues without a gap
        LocalDate own = new GracePeriod(7).effectiveOn(at.toLocalDate(), calendar);
        words.add(new Word(at, Optional.of(effectiveOn(at).filter(own::isAfter).orElse(own))));
    }

    private Optional<LocalDate> effectiveOn(LocalDateTime at) {
        return words.stream()
                .filter(word -> !word.at.isAfter(at))
                .reduce((before, after) -> after)
                .flatMap(Word::effectiveOn);
    }

    private Evidence.Proposal expected(LocalDateTime call) {
        Optional<LocalDate> effectiveOn = effectiveOn(call);
        if (effectiveOn.isEmpty()) {
            return Evidence.Proposal.of(CaseRuling.NOT_BLOCKED);
        }
        if (effectiveOn.get().isAfter(call.toLocalDate())) {
            return Evidence.Proposal.of(CaseRuling.GRACE);
        }
        return toldInTime(call)
                ? Evidence.Proposal.violation(ViolationGround.BLOCK)
                : Evidence.Proposal.of(CaseRuling.NOT_TOLD_IN_TIME);
    }

    private boolean toldInTime(LocalDateTime call) {
        List<Told> newestFirst = new ArrayList<>(lists.stream()
                .filter(list -> list.toldAt.filter(at -> !at.isAfter(call)).isPresent())
                .toList());
        Collections.reverse(newestFirst);
        List<Told> run = newestFirst.stream()
                .takeWhile(list -> effectiveOn(list.asOf)
                        .filter(first -> !first.isAfter(call.toLocalDate()))
                        .isPresent())
                .toList();
        boolean said = run.stream()
                .filter(list -> !list.withheld)
                .anyMatch(list -> acknowledged.stream()
                        .anyMatch(acknowledged -> acknowledged.at.isBefore(call)
                                && !acknowledged.at.isBefore(list.toldAt.orElseThrow())));
        return said
                || run.stream()
                        .anyMatch(list -> call.toLocalDate()
                                .isAfter(calendar.plusWorkdays(
                                        list.toldAt.orElseThrow().toLocalDate(), 3)));
    }
}
