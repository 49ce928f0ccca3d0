package jinbo.batch.schedule;

import java.util.List;
import jinbo.batch.settle.SettleCases;
import jinbo.batch.settle.SettleReport;
import jinbo.participant.insurer.Insurers;
import org.springframework.stereotype.Component;

/** The job {@code settle-cases}, one run for all insurers. */
@Component
class SettleScheduledJob implements ScheduledJob {

    private final SettleCases settle;
    private final Insurers insurers;

    SettleScheduledJob(SettleCases settle, Insurers insurers) {
        this.settle = settle;
        this.insurers = insurers;
    }

    @Override
    public String name() {
        return "settle-cases";
    }

    @Override
    public boolean isForEachInsurer() {
        return false;
    }

    @Override
    public RunReport run(RunRequest request) {
        SettleReport report = settle.run(request.id(), request.among(insurers.all()));
        return RunReport.of((long) report.delivered().size() + report.closed(), report.problems(), List.of());
    }
}
