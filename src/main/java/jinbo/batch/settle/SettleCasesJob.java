package jinbo.batch.settle;

import jinbo.accesslog.Actor;
import jinbo.batch.BatchSteps;
import jinbo.batch.ExecutionLog;
import jinbo.batch.JobNames;
import jinbo.batch.JobRuns;
import jinbo.batch.PartitionReport;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.recovery.Recoveries;
import jinbo.batch.recovery.Recovery;
import jinbo.batch.settle.SettleCases.SettleRun;
import jinbo.cases.CloseCases;
import jinbo.cases.sanction.EndDueSanctions;
import jinbo.cases.sanction.ProposeDueSanctions;
import jinbo.participant.insurer.Insurers;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The Batch job {@code settle-cases}, one execution a run: sanctions end whose last day is past ({@code end-sanctions}), each insurer is
 * told what it does not know yet ({@code notify}, partitioned by insurer), cases that are over are closed ({@code close-cases}), and
 * sanctions are proposed that these have earned ({@code propose-sanctions}). An insurer that cannot be told stops nothing else, and ends the
 * execution as failed ({@code verify}).
 */
@Configuration(proxyBeanMethods = false)
class SettleCasesJob {

    static final String NAME = JobNames.SETTLE_CASES;
    static final String END_SANCTIONS = "end-sanctions";
    static final String NOTIFY = "notify";
    static final String CLOSE_CASES = "close-cases";
    static final String PROPOSE_SANCTIONS = "propose-sanctions";

    private final BatchSteps steps;
    private final JobRuns runs;

    SettleCasesJob(BatchSteps steps, JobRuns runs) {
        this.steps = steps;
        this.runs = runs;
    }

    @Bean(NAME)
    Job settleCases(
            JobRepository repository,
            ExecutionLog log,
            Recoveries recoveries,
            EndDueSanctions endDueSanctions,
            PerInsurerExecutor perInsurerExecutor,
            Insurers insurers,
            SendCaseNotices sendCaseNotices,
            CloseCases closeCases,
            ProposeDueSanctions proposeDueSanctions) {
        return new JobBuilder(NAME, repository)
                .listener(log)
                .start(checkRecovery(recoveries))
                .next(counting(END_SANCTIONS, () -> endDueSanctions.run().size()))
                .next(notifyInsurers(perInsurerExecutor, insurers, sendCaseNotices))
                .next(counting(CLOSE_CASES, () -> closeCases.due(Actor.batch())))
                .next(counting(
                        PROPOSE_SANCTIONS, () -> proposeDueSanctions.run().size()))
                .next(steps.requireSteps("verify").build())
                .build();
    }

    /** What has come back from an older back-up knows neither who has appealed since nor to whom cases were given. */
    private Step checkRecovery(Recoveries recoveries) {
        return steps.outsideTransactions("check-recovery", (contribution, chunk) -> {
                    recoveries.open().filter(Recovery::stopsAllPublishing).ifPresent(open -> {
                        throw new RecoveryOpenException();
                    });
                    return RepeatStatus.FINISHED;
                })
                .allowStartIfComplete(true)
                .build();
    }

    private Step notifyInsurers(
            PerInsurerExecutor perInsurerExecutor, Insurers insurers, SendCaseNotices sendCaseNotices) {
        return steps.partitionedByInsurer(
                        NOTIFY,
                        step -> runs.inputOf(step, SettleRun.class).insurers(),
                        (insurer, partition) -> perInsurerExecutor.underLease(
                                insurers.get(insurer),
                                runs.inputOf(partition, SettleRun.class).places(),
                                asked -> sendCaseNotices.tell(insurers.get(asked.code())),
                                (asked, problem) -> PartitionReport.ofProblem(problem)))
                .build();
    }

    /** A step that commits by itself; how much it did is the number of items that it wrote. */
    private Step counting(String name, Work work) {
        return steps.outsideTransactions(name, (contribution, chunk) -> {
                    contribution.incrementWriteCount(work.run());
                    return RepeatStatus.FINISHED;
                })
                .build();
    }

    @FunctionalInterface
    private interface Work {
        int run();
    }

    /** The database has come back from a back-up, and what it does not know is not settled. */
    static final class RecoveryOpenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RecoveryOpenException() {
            super("no case is sent, reported or closed until the recovery is settled: see \"recovery list\","
                    + " ingest the uploads again with \"recovery ingest\", then run \"recovery settle\"");
        }
    }
}
