package jinbo.batch.schedule;

import java.util.Optional;
import jinbo.batch.erase.EraseEnded;
import jinbo.batch.erase.EraseReport;
import org.springframework.stereotype.Component;

/** The job {@code erase-ended}, one run for all numbers. */
@Component
class EraseBySchedule implements ScheduledJob {

    private final EraseEnded erase;

    EraseBySchedule(EraseEnded erase) {
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
        EraseReport report = erase.run();
        return new RunReport(
                report.numbers(),
                report.problem().stream()
                        .map(what -> new LeftUndone(Optional.empty(), what))
                        .toList());
    }
}
