package jinbo.batch.schedule;

import java.util.Optional;
import jinbo.batch.erase.EraseEndedNumbers;
import jinbo.batch.erase.EraseReport;
import org.springframework.stereotype.Component;

/** The job {@code erase-ended}, one run for all numbers. */
@Component
class EraseScheduledJob implements ScheduledJob {

    private final EraseEndedNumbers erase;

    EraseScheduledJob(EraseEndedNumbers erase) {
        this.erase = erase;
    }

    @Override
    public String name() {
        return "erase-ended";
    }

    @Override
    public boolean isForEachInsurer() {
        return false;
    }

    @Override
    public RunReport run(RunRequest request) {
        EraseReport report = erase.run(request.id());
        return new RunReport(
                report.numbers(),
                report.problem().stream()
                        .map(what -> new UnfinishedWork(Optional.empty(), what))
                        .toList());
    }
}
