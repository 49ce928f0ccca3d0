package jinbo.batch.settle;

import java.util.function.IntSupplier;
import jinbo.accesslog.Actor;
import jinbo.batch.BatchSteps;
import jinbo.batch.ExecutionLog;
import jinbo.batch.JobNames;
import jinbo.batch.PartitionReport;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.RunInsurers;
import jinbo.batch.RunLocks;
import jinbo.batch.recovery.ScanAllInsurers;
import jinbo.cases.CloseCases;
import jinbo.cases.sanction.EndDueSanctions;
import jinbo.cases.sanction.ProposeDueSanctions;
import jinbo.participant.insurer.Insurers;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The Spring Batch job {@code settle-cases}: ends due sanctions, notifies insurers, closes due cases and proposes
 * sanctions. If an insurer cannot be notified, the other steps still run, and the last one, {@code verify}, fails.
 */
@Configuration(proxyBeanMethods = false)
record SettleCasesJob(
        BatchSteps steps,
        RunInsurers runInsurers,
        ScanAllInsurers scanAllInsurers,
        EndDueSanctions endDueSanctions,
        PerInsurerExecutor perInsurerExecutor,
        Insurers insurers,
        SendCaseNotices sendCaseNotices,
        CloseCases closeCases,
        ProposeDueSanctions proposeDueSanctions) {

    static final String NAME = JobNames.SETTLE_CASES;
    static final String END_SANCTIONS = "end-sanctions";
    static final String NOTIFY = "notify";
    static final String CLOSE_CASES = "close-cases";
    static final String PROPOSE_SANCTIONS = "propose-sanctions";

    private static final int PARALLEL_SCANS = 2;

    /** The files are small, so the time goes into waiting for servers; one slow server must not delay all others. */
    private static final int PARALLEL_NOTICES = 4;

    @Bean(NAME)
    Job settleCases(JobRepository repository, RunLocks locks, ExecutionLog log) {
        return new JobBuilder(NAME, repository)
                .listener(locks)
                .listener(log)
                .start(checkRecovery())
                .next(counting(END_SANCTIONS, () -> endDueSanctions.run().size()))
                .next(notifyInsurers())
                .next(counting(CLOSE_CASES, () -> closeCases.due(Actor.batch())))
                .next(counting(
                        PROPOSE_SANCTIONS, () -> proposeDueSanctions.run().size()))
                .next(steps.requireSteps("verify").build())
                .build();
    }

    /** Fails if there are signs of a restore: the restored database lacks recent appeals and assignments. */
    private Step checkRecovery() {
        return steps.outsideTransactions("check-recovery", contribution -> {
                    if (scanAllInsurers.look(PARALLEL_SCANS).publishingStopped().isPresent()) {
                        throw new RecoveryOpenException();
                    }
                })
                .allowStartIfComplete(true)
                .build();
    }

    private Step notifyInsurers() {
        PerInsurerExecutor.Places notifying = new PerInsurerExecutor.Places(PARALLEL_NOTICES);
        return steps.partitionedByInsurer(
                        NOTIFY,
                        runInsurers::of,
                        (insurer, partition) -> perInsurerExecutor.underLease(
                                insurers.get(insurer),
                                notifying,
                                leased -> sendCaseNotices.send(insurers.get(leased.code())),
                                (leased, problem) -> PartitionReport.ofProblem(problem)))
                .build();
    }

    /** A step whose work manages its own transactions, and whose result is the step's write count. */
    private Step counting(String name, IntSupplier work) {
        return steps.outsideTransactions(name, contribution -> contribution.incrementWriteCount(work.getAsInt()))
                .build();
    }

    /** The database was restored from a backup, and the recovery is not settled yet. */
    static final class RecoveryOpenException extends RuntimeException {

        RecoveryOpenException() {
            super("no case is sent or closed, and no sanction is proposed or ended, until the recovery is settled: see"
                    + " \"recovery list\", ingest the uploads again with \"recovery ingest\", then run"
                    + " \"recovery settle\"");
        }
    }
}
