package jinbo.batch.schedule;

import java.util.List;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.reconciliation.VerifyRunChanges;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import org.springframework.stereotype.Component;

/** The job {@code collect-uploads}, a run for each insurer: a drop that is slow or down delays no other. */
@Component
class CollectScheduledJob implements ScheduledJob {

    private final CollectUploads collect;
    private final VerifyRunChanges verify;
    private final Insurers insurers;

    CollectScheduledJob(CollectUploads collect, VerifyRunChanges verify, Insurers insurers) {
        this.collect = collect;
        this.verify = verify;
        this.insurers = insurers;
    }

    @Override
    public String name() {
        return "collect-uploads";
    }

    @Override
    public boolean isForEachInsurer() {
        return true;
    }

    @Override
    public RunReport run(RunRequest request) {
        List<Insurer> wanted = request.among(insurers.all());
        CollectReport report = collect.run(wanted);
        return RunReport.of(report.files().size(), report.problems(), verify.files(report.files()));
    }
}
