package jinbo.operator.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.batch.erase.EraseReport;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;

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
public record EndedErased(
        String job, LocalDate endedBy, long numbers, long acts, List<Integer> keysDestroyed, Optional<String> problem)
        implements Incomplete {

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

    @Derived
    String erased() {
        return numbers > 0 ? "SOME" : problem.isPresent() ? "NONE_YET" : "NONE";
    }
}
