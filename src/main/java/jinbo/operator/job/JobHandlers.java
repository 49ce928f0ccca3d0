package jinbo.operator.job;

import java.util.List;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.erase.EraseEndedNumbers;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishOptions;
import jinbo.batch.reconciliation.VerifyRunChanges;
import jinbo.batch.remind.RemindBeforeEnd;
import jinbo.batch.settle.SettleCases;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.operator.alert.RunWatch;
import jinbo.operator.job.JobOperations.RunJob;
import jinbo.operator.upload.Collected;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;
import org.springframework.beans.factory.BeanFactory;

/** @param beans the job that is asked for is made, and no other */
@OperationHandlers
record JobHandlers(Insurers insurers, BeanFactory beans) {

    @Handles
    Object run(RunJob asked) {
        JobName job = asked.job();
        if (!job.isOfAllInsurers()) {
            // a passphrase that is lacking or wrong is told before anything begins, and a person asked for it once
            beans.getBean(AssociationKeys.class).requireOpen();
        }
        List<Insurer> wanted = asked.insurer().map(insurers::get).map(List::of).orElseGet(insurers::all);
        return switch (job) {
            case COLLECT_UPLOADS -> collect(asked, wanted);
            case PUBLISH_BLOCK_LISTS ->
                Published.of(beans.getBean(PublishBlockLists.class)
                        .run(wanted, asked.full() ? PublishOptions.WHOLE : PublishOptions.NEXT));
            case SETTLE_CASES ->
                CasesSettled.of(beans.getBean(SettleCases.class).run(wanted));
            case ERASE_ENDED ->
                EndedErased.of(beans.getBean(EraseEndedNumbers.class).run());
            case REMIND_CONSUMERS ->
                ConsumersReminded.of(beans.getBean(RemindBeforeEnd.class).run());
            case WATCH -> WatchResult.of(beans.getBean(RunWatch.class).run());
        };
    }

    /** From an insurer that is suspended or has left nothing new is fetched; asking for just that one is told rather than passed over. */
    private Collected collect(RunJob asked, List<Insurer> wanted) {
        Collected collected =
                Collected.of(beans.getBean(CollectUploads.class).run(wanted), beans.getBean(VerifyRunChanges.class));
        return asked.insurer().isPresent() && wanted.stream().noneMatch(Insurer::isActive)
                ? collected.with(
                        asked.insurer().get(), whyNotActive(wanted.get(0)) + "; nothing new is fetched from it")
                : collected;
    }

    private static String whyNotActive(Insurer insurer) {
        return insurer.departure()
                .map(departure -> "it has left on " + departure.on())
                .orElse("it is suspended");
    }
}
