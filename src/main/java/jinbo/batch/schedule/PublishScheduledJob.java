package jinbo.batch.schedule;

import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishOptions;
import jinbo.batch.publish.PublishReport;
import jinbo.participant.insurer.Insurers;
import org.springframework.stereotype.Component;

/** The job {@code publish-block-lists}, one run for all insurers, which share what is read of the registry. */
@Component
class PublishScheduledJob implements ScheduledJob {

    private final PublishBlockLists publish;
    private final Insurers insurers;

    PublishScheduledJob(PublishBlockLists publish, Insurers insurers) {
        this.publish = publish;
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
                request.id(),
                request.among(insurers.all()),
                request.resumedSince().map(PublishOptions::resuming).orElse(PublishOptions.NEXT));
        return RunReport.of(report.delivered().size(), report.problems(), report.differences());
    }
}
