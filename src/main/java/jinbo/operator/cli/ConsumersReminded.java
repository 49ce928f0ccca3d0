package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.batch.remind.RemindBeforeEnd;

/**
 * The answer of a run of {@code remind-consumers}.
 *
 * @param job the job's name
 * @param endingBy holders of blocks that have ended by this day were to be told
 * @param sent how many messages were sent
 * @param problem why the rest was left, if it was
 */
record ConsumersReminded(String job, LocalDate endingBy, long sent, Optional<String> problem) implements Answer {

    static ConsumersReminded of(RemindBeforeEnd.Report report) {
        return new ConsumersReminded(
                JobName.REMIND_CONSUMERS.toString(), report.endingBy(), report.sent(), report.problem());
    }

    @Override
    public boolean complete() {
        return problem.isEmpty();
    }

    @Override
    public void tell(Page page) {
        page.say("reminded.sent", endingBy.minusDays(1).toString(), Page.count(sent));
        problem.ifPresent(why -> page.say("reminded.left", why));
    }
}
