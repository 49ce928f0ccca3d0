package jinbo.job.collect;

import java.util.function.Consumer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * The Batch job {@code collect-uploads}: one execution an inbound file and answer, with the steps {@code take-in},
 * {@code answer}, {@code deliver} and {@code archive}. Every step may be repeated after a crash.
 */
@Configuration
@EnableConfigurationProperties(CollectSettings.class)
class CollectUploadsJob {

    static final String NAME = "collect-uploads";
    private static final String INBOUND_FILE = "inbound-file";
    private static final String ANSWER = "answer";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;

    CollectUploadsJob(JobRepository repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    /** What identifies the execution for a file's first answer, or a later one. */
    static JobParameters parameters(long inboundFile, int answer) {
        return new JobParametersBuilder()
                .addLong(INBOUND_FILE, inboundFile)
                .addLong(ANSWER, (long) answer)
                .toJobParameters();
    }

    @Bean(NAME)
    Job job(TakeIn takeIn, SealAnswers seal, DeliverAnswers deliver, ArchiveUpload archive) {
        return new JobBuilder(NAME, repository)
                .start(inOneTransaction("take-in", file -> takeIn.takeIn(file.id, file.answer)))
                .next(inOneTransaction("answer", file -> seal.answer(file.id, file.answer)))
                .next(outsideTransactions("deliver", file -> deliver.deliver(file.id, file.answer)))
                .next(outsideTransactions("archive", file -> archive.archive(file.id)))
                .build();
    }

    private Step inOneTransaction(String name, Consumer<Subject> work) {
        return step(name, work, TransactionDefinition.PROPAGATION_REQUIRED);
    }

    /** For steps that wait for somebody else's server: no transaction may wait with them. */
    private Step outsideTransactions(String name, Consumer<Subject> work) {
        return step(name, work, TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    private Step step(String name, Consumer<Subject> work, int propagation) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            work.accept(
                                    Subject.of(contribution.getStepExecution().getJobParameters()));
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .transactionAttribute(new DefaultTransactionAttribute(propagation))
                .build();
    }

    private record Subject(long id, int answer) {
        static Subject of(JobParameters parameters) {
            return new Subject(
                    parameters.getLong(INBOUND_FILE).longValue(),
                    parameters.getLong(ANSWER).intValue());
        }
    }
}
