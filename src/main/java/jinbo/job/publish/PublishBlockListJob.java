package jinbo.job.publish;

import java.util.function.Consumer;
import jinbo.insurer.InsurerCode;
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
 * The Batch job {@code publish-block-list}: one execution an insurer and sequence, with the steps {@code seal},
 * {@code deliver-list} and {@code deliver-manifest}. Every step may be repeated after a crash.
 */
@Configuration
@EnableConfigurationProperties(PublishSettings.class)
class PublishBlockListJob {

    static final String NAME = "publish-block-list";
    private static final String INSURER = "insurer";
    private static final String SEQUENCE = "sequence";
    private static final String PUBLICATION = "publication";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;

    PublishBlockListJob(JobRepository repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    /**
     * Insurer and sequence identify an execution; which publication a list is made from does not, because a list whose
     * making was cut short is made anew from the next one.
     */
    static JobParameters parameters(InsurerCode insurer, int sequence, long publication) {
        return new JobParametersBuilder()
                .addString(INSURER, insurer.value())
                .addLong(SEQUENCE, (long) sequence)
                .addLong(PUBLICATION, publication, false)
                .toJobParameters();
    }

    @Bean(NAME)
    Job job(SealBlockList seal, DeliverBlockList deliver) {
        return new JobBuilder(NAME, repository)
                .start(step(
                        "seal",
                        TransactionDefinition.PROPAGATION_REQUIRED,
                        list -> seal.seal(list.insurer, list.sequence, list.publication)))
                .next(step(
                        "deliver-list",
                        TransactionDefinition.PROPAGATION_NOT_SUPPORTED,
                        list -> deliver.deliverList(list.insurer, list.sequence)))
                .next(step(
                        "deliver-manifest",
                        TransactionDefinition.PROPAGATION_NOT_SUPPORTED,
                        list -> deliver.deliverManifest(list.insurer, list.sequence)))
                .build();
    }

    private Step step(String name, int propagation, Consumer<Subject> work) {
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

    private record Subject(InsurerCode insurer, int sequence, long publication) {
        static Subject of(JobParameters parameters) {
            return new Subject(
                    new InsurerCode(parameters.getString(INSURER)),
                    parameters.getLong(SEQUENCE).intValue(),
                    parameters.getLong(PUBLICATION).longValue());
        }
    }
}
