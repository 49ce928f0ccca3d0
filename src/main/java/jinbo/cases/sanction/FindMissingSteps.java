package jinbo.cases.sanction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import jinbo.cases.CaseNumber;

/**
 * Says which steps are missing among those that are recorded. Cases are not closed in the order of the calls: one that was contested, or
 * told of late, changes what the others have earned. What is recorded stays; what is missing is earned by cases that have earned nothing
 * yet.
 *
 * @param earned by all cases, in the order of the calls
 * @param recorded without what was refused
 * @param cases without those of what was refused, in the order of the calls
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

    /** The steps to which nothing corresponds; what does is taken away. */
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

    /** Nothing more follows while the last step is proposed or counts. */
    private boolean isBarred(EarnedStep step) {
        return recorded.stream()
                .anyMatch(before -> !before.state().isOver()
                        && before.step() >= step.ladder().steps().size());
    }

    /** As many as the step takes of those that have earned nothing, have helped, or are near enough. */
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
