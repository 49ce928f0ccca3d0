package jinbo.schedule;

import java.util.List;
import jinbo.insurer.Insurer;
import jinbo.insurer.Insurers;
import jinbo.job.collect.CollectReport;
import jinbo.job.collect.CollectUploads;
import jinbo.reconciliation.VerifyTouched;
import org.springframework.stereotype.Component;

/** The job {@code collect-uploads}, a run for each insurer: a drop that is slow or down delays no other. */
@Component
class CollectBySchedule implements ScheduledJob {

    private final CollectUploads collect;
    private final VerifyTouched verify;
    private final Insurers insurers;

    CollectBySchedule(CollectUploads collect, VerifyTouched verify, Insurers insurers) {
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
