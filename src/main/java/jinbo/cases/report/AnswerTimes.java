package jinbo.cases.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * @param workdays of each for which the calendar tells them, the shortest first; 0 if it came on the day of the question
 */
public record AnswerTimes(long answered, List<Integer> workdays) {

    static final AnswerTimes NONE = new AnswerTimes(0, List.of());

    public AnswerTimes {
        workdays = workdays.stream().sorted().toList();
    }

    AnswerTimes plus(AnswerTimes other) {
        return new AnswerTimes(
                answered + other.answered,
                Stream.concat(workdays.stream(), other.workdays.stream()).toList());
    }

    /** As many took longer as took shorter; between two, half a day. */
    public Optional<BigDecimal> median() {
        if (workdays.isEmpty()) {
            return Optional.empty();
        }
        int twice = workdays.get((workdays.size() - 1) / 2) + workdays.get(workdays.size() / 2);
        return Optional.of(BigDecimal.valueOf(twice * 5L, 1));
    }

    public Optional<Integer> worst() {
        return workdays.isEmpty() ? Optional.empty() : Optional.of(workdays.get(workdays.size() - 1));
    }
}
