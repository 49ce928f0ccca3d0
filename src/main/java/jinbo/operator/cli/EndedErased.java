package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.batch.erase.EraseReport;

/**
 * The answer of a run of {@code erase-ended}.
 *
 * @param job the job's name
 * @param endedBy numbers whose blocks had ended on this day were to be erased
 * @param numbers how many were
 * @param acts in how many registrations they stood
 * @param keysDestroyed the years whose keys were destroyed
 * @param problem why the rest was left, if it was
 */
record EndedErased(
        String job, LocalDate endedBy, long numbers, long acts, List<Integer> keysDestroyed, Optional<String> problem)
        implements Answer {

    static EndedErased of(EraseReport report) {
        return new EndedErased(
                JobName.ERASE_ENDED.toString(),
                report.endedBy(),
                report.numbers(),
                report.registrations(),
                report.keysDestroyed(),
                report.problem());
    }

    @Override
    public boolean complete() {
        return problem.isEmpty();
    }

    @Override
    public void tell(Page page) {
        if (numbers > 0) {
            page.say("erased.numbers", endedBy.toString(), Page.count(numbers), Page.count(acts));
        } else if (problem.isPresent()) {
            page.say("erased.none-yet");
        } else {
            page.say("erased.none", endedBy.toString());
        }
        if (!keysDestroyed.isEmpty()) {
            page.say("erased.keys", keysDestroyed.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        problem.ifPresent(why -> page.say("erased.left", why));
    }
}
