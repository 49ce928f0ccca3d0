package jinbo.batch.schedule;

import java.util.List;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.reconciliation.VerifyTouched;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
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
