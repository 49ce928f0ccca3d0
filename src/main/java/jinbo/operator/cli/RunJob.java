package jinbo.operator.cli;

import java.util.List;
import java.util.Optional;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.erase.EraseEndedNumbers;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishOptions;
import jinbo.batch.reconciliation.VerifyRunChanges;
import jinbo.batch.remind.RemindBeforeEnd;
import jinbo.batch.settle.SettleCases;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.operator.alert.RunWatch;
import jinbo.operator.upload.Collected;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run JOB}: one run of a job, now. */
@Command(name = "run")
final class RunJob implements Task {

    @Parameters(paramLabel = "JOB", descriptionKey = "JOB")
    private JobName job = JobName.COLLECT_UPLOADS;

    @Option(names = "--insurer", paramLabel = "CODE")
    private Optional<InsurerCode> insurer = Optional.empty();

    @Option(names = "--full")
    private boolean full;

    @Override
    public void check() {
        if (full && job != JobName.PUBLISH_BLOCK_LISTS) {
            throw new UsageException("wrong.full", JobName.PUBLISH_BLOCK_LISTS);
        }
        if (insurer.isPresent() && job.isOfAllInsurers()) {
            throw new UsageException("wrong.insurer-of-job", job);
        }
    }

    @Override
    public Duty duty() {
        return Duty.RUN_JOBS;
    }

    @Override
    public Object answer(Installation installation) {
        if (!job.isOfAllInsurers()) {
            // a passphrase that is lacking or wrong is told before anything begins, and a person asked for it once
            installation.get(AssociationKeys.class).requireOpen();
        }
        Insurers insurers = installation.get(Insurers.class);
        List<Insurer> wanted = insurer.map(insurers::get).map(List::of).orElseGet(insurers::all);
        return switch (job) {
            case COLLECT_UPLOADS -> collect(installation, wanted);
            case PUBLISH_BLOCK_LISTS ->
                Published.of(installation
                        .get(PublishBlockLists.class)
                        .run(wanted, full ? PublishOptions.WHOLE : PublishOptions.NEXT));
            case SETTLE_CASES ->
                CasesSettled.of(installation.get(SettleCases.class).run(wanted));
            case ERASE_ENDED ->
                EndedErased.of(installation.get(EraseEndedNumbers.class).run());
            case REMIND_CONSUMERS ->
                ConsumersReminded.of(installation.get(RemindBeforeEnd.class).run());
            case WATCH -> WatchResult.of(installation.get(RunWatch.class).run());
        };
    }

    /** From an insurer that is suspended or has left nothing new is fetched; asking for just that one is told rather than passed over. */
    private Object collect(Installation installation, List<Insurer> wanted) {
        Collected collected = Collected.of(
                installation.get(CollectUploads.class).run(wanted), installation.get(VerifyRunChanges.class));
        return insurer.isPresent() && wanted.stream().noneMatch(Insurer::isActive)
                ? collected.with(insurer.get(), whyNotActive(wanted.get(0)) + "; nothing new is fetched from it")
                : collected;
    }

    private static String whyNotActive(Insurer insurer) {
        return insurer.departure()
                .map(departure -> "it has left on " + departure.on())
                .orElse("it is suspended");
    }
}
