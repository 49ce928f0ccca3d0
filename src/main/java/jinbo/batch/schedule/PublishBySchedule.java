package jinbo.batch.schedule;

import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishOrder;
import jinbo.batch.publish.PublishReport;
import jinbo.batch.reconciliation.VerifyTouched;
import jinbo.participant.insurer.Insurers;
import org.springframework.stereotype.Component;

/** The job {@code publish-block-lists}, one run for all insurers, which share what is read of the registry. */
@Component
class PublishBySchedule implements ScheduledJob {

    private final PublishBlockLists publish;
    private final VerifyTouched verify;
    private final Insurers insurers;

    PublishBySchedule(PublishBlockLists publish, VerifyTouched verify, Insurers insurers) {
        this.publish = publish;
        this.verify = verify;
        this.insurers = insurers;
    }

    @Override
    public String name() {
        return "publish-block-lists";
    }

    @Override
    public boolean isForEachInsurer() {
        return false;
    }

    @Override
    public RunReport run(RunRequest request) {
        PublishReport report = publish.run(
                request.among(insurers.all()),
                request.goesOnSince().map(PublishOrder::goingOn).orElse(PublishOrder.NEXT));
        return RunReport.of(report.delivered().size(), report.problems(), verify.lists(report.delivered()));
    }
}
