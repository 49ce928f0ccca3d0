package jinbo.operator.job;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.batch.remind.RemindBeforeEnd;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;

/**
 * The answer of a run of {@code remind-consumers}.
 *
 * @param job the job's name
 * @param endingBy holders of blocks that have ended by this day were to be told
 * @param sent how many messages were sent
 * @param problem why the rest was left, if it was
 */
public record ConsumersReminded(String job, LocalDate endingBy, long sent, Optional<String> problem)
        implements Incomplete {

    static ConsumersReminded of(RemindBeforeEnd.Report report) {
        return new ConsumersReminded(
                JobName.REMIND_CONSUMERS.toString(), report.endingBy(), report.sent(), report.problem());
    }

    @Override
    public boolean complete() {
        return problem.isEmpty();
    }

    @Derived
    LocalDate lastDay() {
        return endingBy.minusDays(1);
    }
}
