package jinbo.batch.schedule;

import java.util.List;
import jinbo.batch.JobNames;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.erase.EraseEndedNumbers;
import jinbo.batch.erase.EraseEndedNumbers.EraseReport;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishOptions;
import jinbo.batch.publish.PublishReport;
import jinbo.batch.reconciliation.VerifyRunChanges;
import jinbo.batch.remind.RemindBeforeEnd;
import jinbo.batch.settle.SettleCases;
import jinbo.batch.settle.SettleCases.SettleReport;
import jinbo.participant.insurer.Insurers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScheduledJobs {

    /** Runs separately for each insurer, so that a slow drop does not delay the other insurers. */
    @Bean
    ScheduledJob scheduledCollectUploads(CollectUploads collect, VerifyRunChanges verify, Insurers insurers) {
        return new ScheduledJob(JobNames.COLLECT_UPLOADS, true, request -> {
            CollectReport report = collect.run(request.among(insurers.all()));
            return RunReport.of(report.files().size(), report.problems(), verify.files(report.files()));
        });
    }

    /** Runs once for all insurers, because all lists are made from one snapshot of the registry. */
    @Bean
    ScheduledJob scheduledPublishBlockLists(PublishBlockLists publish, Insurers insurers) {
        return new ScheduledJob(JobNames.PUBLISH_BLOCK_LISTS, false, request -> {
            PublishReport report = publish.run(
                    request.id(),
                    request.among(insurers.all()),
                    request.resumedSince().map(PublishOptions::resuming).orElse(PublishOptions.NEXT));
            return RunReport.of(report.delivered().size(), report.problems(), report.differences());
        });
    }

    @Bean
    ScheduledJob scheduledSettleCases(SettleCases settle, Insurers insurers) {
        return new ScheduledJob(JobNames.SETTLE_CASES, false, request -> {
            SettleReport report = settle.run(request.id(), request.among(insurers.all()));
            return RunReport.of((long) report.delivered().size() + report.closed(), report.problems(), List.of());
        });
    }

    @Bean
    ScheduledJob scheduledEraseEnded(EraseEndedNumbers erase) {
        return new ScheduledJob(JobNames.ERASE_ENDED, false, request -> {
            EraseReport report = erase.run(request.id());
            return RunReport.ofAll(report.numbers(), report.problem().stream());
        });
    }

    @Bean
    ScheduledJob scheduledRemindConsumers(RemindBeforeEnd remind) {
        return new ScheduledJob(JobNames.REMIND_CONSUMERS, false, request -> {
            RemindBeforeEnd.Report report = remind.run(request.id());
            return RunReport.ofAll(report.sent(), report.problem().stream());
        });
    }
}
