package jinbo.cases.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jinbo.cases.CaseNumber;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;

/**
 * Computes which steps of the ladders the cases of an insurer or salesperson have earned. Cases count in the order of
 * the calls. The call that completes the number of cases for a step earns the step, under the ladder of that day. Then
 * the next step can be earned, unless so much time has passed that the ladder begins anew. A case whose line of
 * business is unknown counts under the ladders of all possible lines, but earns a step only once. Recorded steps stay
 * as they are.
 */
final class ProposeSanctions {

    private final List<LadderSeries> all;

    ProposeSanctions(List<SanctionLadder> ladders) {
        this.all = LadderSeries.of(ladders);
    }

    /** The last earned step, its call, and whether its sanction is over. */
    private record Position(int step, Instant lastCall, boolean over) {

        LocalDate on() {
            return BusinessTime.dateOf(lastCall);
        }
    }

    List<EarnedStep> of(List<AttributedCase> cases, List<RecordedStep> before) {
        Map<SanctionSubject, List<AttributedCase>> bySubject = cases.stream()
                .collect(Collectors.groupingBy(AttributedCase::subject, TreeMap::new, Collectors.toList()));
        List<EarnedStep> earned = new ArrayList<>();
        bySubject.forEach((subject, theirs) -> earned.addAll(ofOne(
                subject,
                theirs,
                before.stream().filter(step -> step.subject().equals(subject)).toList())));
        return earned;
    }

    private List<EarnedStep> ofOne(SanctionSubject subject, List<AttributedCase> cases, List<RecordedStep> before) {
        List<LadderSeries> about =
                all.stream().filter(series -> series.about() == subject.about()).toList();
        List<EarnedStep> earned = new ArrayList<>();
        for (LadderSeries series : about) {
            List<RecordedStep> own = before.stream()
                    .filter(step -> seriesOf(step, cases, about).equals(series))
                    .toList();
            Set<CaseNumber> elsewhere = new HashSet<>();
            before.stream().filter(step -> !own.contains(step)).forEach(step -> elsewhere.addAll(step.cases()));
            earned.forEach(step -> elsewhere.addAll(step.numbers()));
            List<AttributedCase> counted = cases.stream()
                    .filter(one -> series.on(one).isPresent() && !elsewhere.contains(one.number()))
                    .toList();
            earned.addAll(inSeries(series, counted, own));
        }
        return earned;
    }

    /** The series of a recorded step is not stored; it is the series under which most of the step's cases count. */
    private static LadderSeries seriesOf(RecordedStep step, List<AttributedCase> cases, List<LadderSeries> about) {
        return about.stream()
                .max(Comparator.comparing(series -> cases.stream()
                        .filter(one -> step.cases().contains(one.number())
                                && series.on(one).isPresent())
                        .count()))
                .orElseThrow();
    }

    private static List<EarnedStep> inSeries(
            LadderSeries series, List<AttributedCase> cases, List<RecordedStep> before) {
        Set<CaseNumber> refused = new HashSet<>();
        before.stream()
                .filter(step -> step.state() == Sanction.State.REFUSED)
                .forEach(step -> refused.addAll(step.cases()));
        List<RecordedStep> recorded = before.stream()
                .filter(step -> step.state() != Sanction.State.REFUSED)
                .sorted(Comparator.comparing(RecordedStep::lastCall))
                .toList();
        List<AttributedCase> counted = cases.stream()
                .filter(one -> !refused.contains(one.number()))
                .sorted(AttributedCase.BY_CALL)
                .toList();
        return new FindMissingSteps(inOrder(series, counted, recorded), recorded, counted).find();
    }

    /** Computes all steps that would have been earned if the cases had been closed in the order of the calls. */
    private static List<EarnedStep> inOrder(
            LadderSeries series, List<AttributedCase> cases, List<RecordedStep> recorded) {
        List<EarnedStep> earned = new ArrayList<>();
        List<AttributedCase> waiting = new ArrayList<>();
        Optional<Position> position = Optional.empty();
        for (AttributedCase next : cases) {
            waiting.add(next);
            Optional<EarnedStep> step = completed(series, waiting, position);
            if (step.isPresent()) {
                earned.add(step.get());
                waiting.clear();
                position = Optional.of(new Position(
                        step.get().step(), next.calledAt(), isOver(step.get().step(), earned, recorded)));
            }
        }
        return earned;
    }

    /** Returns true if the sanction that was recorded for the last earned step with this number is over. */
    private static boolean isOver(int number, List<EarnedStep> earned, List<RecordedStep> recorded) {
        long times = earned.stream().filter(step -> step.step() == number).count();
        return recorded.stream()
                .filter(before -> before.step() == number)
                .skip(times - 1)
                .findFirst()
                .filter(before -> before.state().isOver())
                .isPresent();
    }

    private static Optional<EarnedStep> completed(
            LadderSeries series, List<AttributedCase> waiting, Optional<Position> position) {
        AttributedCase newest = waiting.get(waiting.size() - 1);
        return series.on(newest)
                .flatMap(ladder -> nextStep(ladder, position, newest.calledOn())
                        .flatMap(number -> earned(ladder, number, waiting, newest)));
    }

    private static Optional<EarnedStep> earned(
            SanctionLadder ladder, int number, List<AttributedCase> waiting, AttributedCase newest) {
        SanctionLadder.Step step = ladder.steps().get(number - 1);
        List<AttributedCase> near = waiting.stream()
                .filter(one -> step.reaches(one.calledOn(), newest.calledOn())
                        && ladder.isFor(one.subject().about(), one.lines()))
                .toList();
        return near.size() < step.upheld()
                ? Optional.empty()
                : Optional.of(new EarnedStep(newest.subject(), ladder, number, near));
    }

    /** Returns the step that can be earned next; empty while the ladder's last step is proposed or in force. */
    private static Optional<Integer> nextStep(SanctionLadder ladder, Optional<Position> position, LocalDate day) {
        if (position.isEmpty()) {
            return Optional.of(1);
        }
        int next = position.get().step() + 1;
        if (next > ladder.steps().size()) {
            return position.get().over() ? Optional.of(1) : Optional.empty();
        }
        return Optional.of(ladder.steps().get(next - 1).reaches(position.get().on(), day) ? next : 1);
    }

    /** Ladders that replace each other: with the same target, and connected by common lines of business. */
    record LadderSeries(SanctionLadder.Target about, List<SanctionLadder> ladders) {

        LadderSeries {
            ladders = List.copyOf(ladders);
        }

        static List<LadderSeries> of(List<SanctionLadder> ladders) {
            List<SanctionLadder> left = new ArrayList<>(ladders);
            List<LadderSeries> all = new ArrayList<>();
            while (!left.isEmpty()) {
                SanctionLadder first = left.get(0);
                Set<LineCode> lines = new HashSet<>(first.lines());
                int reached;
                do {
                    reached = lines.size();
                    left.stream()
                            .filter(ladder -> ladder.isFor(first.about(), lines))
                            .forEach(ladder -> lines.addAll(ladder.lines()));
                } while (lines.size() > reached);
                LadderSeries series = new LadderSeries(
                        first.about(),
                        left.stream()
                                .filter(ladder -> ladder.isFor(first.about(), lines))
                                .toList());
                left.removeAll(series.ladders);
                all.add(series);
            }
            return all;
        }

        /** Finds the ladder for a case by its lines and the day of the call; of two for one day, the first. */
        Optional<SanctionLadder> on(AttributedCase counted) {
            return ladders.stream()
                    .filter(ladder -> ladder.isFor(counted.subject().about(), counted.lines())
                            && !counted.calledOn().isBefore(ladder.callsFrom()))
                    .max(Comparator.comparing(SanctionLadder::callsFrom));
        }
    }

    /** A step that cases have earned; steps of a ladder are counted from 1. */
    record EarnedStep(SanctionSubject subject, SanctionLadder ladder, int step, List<AttributedCase> cases) {

        SanctionLadder.Step rule() {
            return ladder.steps().get(step - 1);
        }

        Set<CaseNumber> numbers() {
            return cases.stream().map(AttributedCase::number).collect(Collectors.toSet());
        }
    }

    /**
     * Finds earned steps that are not recorded yet. Late cases and appeals change what other cases have earned, but
     * recorded steps stay; so a missing step may be earned by cases that no recorded step has used. Refused steps and
     * their cases are left out.
     */
    record FindMissingSteps(List<EarnedStep> earned, List<RecordedStep> recorded, List<AttributedCase> cases) {

        FindMissingSteps {
            earned = List.copyOf(earned);
            recorded = List.copyOf(recorded);
            cases = List.copyOf(cases);
        }

        List<EarnedStep> find() {
            List<RecordedStep> left = new ArrayList<>(recorded);
            List<EarnedStep> others = without(earned, left, FindMissingSteps::isTheSame);
            List<EarnedStep> open = without(others, left, (step, before) -> before.step() == step.step()).stream()
                    .filter(Predicate.not(this::isBarred))
                    .toList();
            Set<CaseNumber> spent = new HashSet<>();
            recorded.forEach(before -> spent.addAll(before.cases()));
            Set<EarnedStep> whole = new HashSet<>();
            open.stream()
                    .filter(step -> step.numbers().stream().noneMatch(spent::contains))
                    .forEach(whole::add);
            whole.forEach(step -> spent.addAll(step.numbers()));
            List<EarnedStep> missing = new ArrayList<>();
            for (EarnedStep step : open) {
                List<AttributedCase> by = whole.contains(step) ? step.cases() : instead(step, spent);
                if (by.size() >= step.rule().upheld()) {
                    missing.add(new EarnedStep(step.subject(), step.ladder(), step.step(), by));
                    by.forEach(one -> spent.add(one.number()));
                }
            }
            return missing;
        }

        private static boolean isTheSame(EarnedStep step, RecordedStep before) {
            return before.step() == step.step() && before.cases().equals(step.numbers());
        }

        /** Removes recorded steps that match from {@code left}, and returns the steps without a match. */
        private static List<EarnedStep> without(
                List<EarnedStep> steps, List<RecordedStep> left, BiPredicate<EarnedStep, RecordedStep> corresponds) {
            List<EarnedStep> others = new ArrayList<>();
            for (EarnedStep step : steps) {
                left.stream()
                        .filter(before -> corresponds.test(step, before))
                        .findFirst()
                        .ifPresentOrElse(left::remove, () -> others.add(step));
            }
            return others;
        }

        private boolean isBarred(EarnedStep step) {
            return recorded.stream()
                    .anyMatch(before -> !before.state().isOver()
                            && before.step() >= step.ladder().steps().size());
        }

        /** Returns enough unused cases: those that earned a step in the order of calls, or were near in time. */
        private List<AttributedCase> instead(EarnedStep step, Set<CaseNumber> spent) {
            Set<CaseNumber> helped = new HashSet<>();
            earned.forEach(one -> helped.addAll(one.numbers()));
            AttributedCase last = step.cases().get(step.cases().size() - 1);
            return cases.stream()
                    .filter(one -> !spent.contains(one.number())
                            && step.ladder().isFor(one.subject().about(), one.lines()))
                    .filter(one -> helped.contains(one.number()) || isNear(step.rule(), one, last))
                    .limit(step.rule().upheld())
                    .toList();
        }

        private static boolean isNear(SanctionLadder.Step rule, AttributedCase one, AttributedCase other) {
            return one.calledOn().isAfter(other.calledOn())
                    ? rule.reaches(other.calledOn(), one.calledOn())
                    : rule.reaches(one.calledOn(), other.calledOn());
        }
    }

    record AttributedCase(CaseNumber number, SanctionSubject subject, Set<LineCode> lines, Instant calledAt) {

        AttributedCase {
            lines = Set.copyOf(lines);
        }

        static final Comparator<AttributedCase> BY_CALL =
                Comparator.comparing(AttributedCase::calledAt).thenComparing(AttributedCase::number);

        LocalDate calledOn() {
            return BusinessTime.dateOf(calledAt);
        }
    }

    /** A step that was proposed before, with the cases that earned it; these earn no other step. */
    record RecordedStep(
            SanctionSubject subject, int step, Sanction.State state, Set<CaseNumber> cases, Instant lastCall) {}
}
