package jinbo.batch.schedule;

import java.util.Optional;
import jinbo.batch.remind.RemindBeforeEnd;
import org.springframework.stereotype.Component;

/** The job {@code remind-consumers}, one run for all numbers. */
@Component
class RemindScheduledJob implements ScheduledJob {

    private final RemindBeforeEnd remind;

    RemindScheduledJob(RemindBeforeEnd remind) {
        this.remind = remind;
    }

    @Override
    public String name() {
        return "remind-consumers";
    }

    @Override
    public boolean isForEachInsurer() {
        return false;
    }

    @Override
    public RunReport run(RunRequest request) {
        RemindBeforeEnd.Report report = remind.run(request.id());
        return new RunReport(
                report.sent(),
                report.problem().stream()
                        .map(what -> new UnfinishedWork(Optional.empty(), what))
                        .toList());
    }
}
