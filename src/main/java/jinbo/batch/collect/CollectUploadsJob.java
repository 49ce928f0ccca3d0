package jinbo.batch.collect;

import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import jinbo.batch.BatchSteps;
import jinbo.batch.ExecutionLog;
import jinbo.batch.JobNames;
import jinbo.registry.GracePeriod;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The Spring Batch job {@code collect-uploads}. It is executed once for each upload, and a second time if operators
 * decide about a held upload.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CollectSettings.class)
class CollectUploadsJob {

    static final String NAME = JobNames.COLLECT_UPLOADS;
    private static final String INBOUND_FILE = "inbound-file";
    private static final String ANSWER = "answer";

    static JobParameters parameters(long inboundFile, int answer) {
        return new JobParametersBuilder()
                .addLong(INBOUND_FILE, inboundFile)
                .addLong(ANSWER, (long) answer)
                .toJobParameters();
    }

    /** The grace period of all registrations: of uploads and of consumers' choices. */
    @Bean
    GracePeriod grace(CollectSettings settings) {
        return new GracePeriod(settings.graceWorkdays());
    }

    @Bean(NAME)
    Job collectUploads(
            JobRepository repository,
            ExecutionLog log,
            BatchSteps steps,
            IngestFile ingestFile,
            SealAnswers sealAnswers,
            DeliverAnswers deliverAnswers,
            ArchiveUpload archiveUpload) {
        return new JobBuilder(NAME, repository)
                .listener(log)
                .start(steps.inTransaction("ingest", of(ingestFile::ingest)).build())
                .next(steps.inTransaction("receipt", of(sealAnswers::answer)).build())
                .next(steps.outsideTransactions("deliver", of(deliverAnswers::deliver))
                        .build())
                .next(steps.outsideTransactions(
                                "archive", of((inboundFile, answer) -> archiveUpload.archive(inboundFile)))
                        .build())
                .build();
    }

    private static Consumer<StepContribution> of(ObjIntConsumer<Long> work) {
        return contribution -> {
            JobParameters parameters = contribution.getStepExecution().getJobParameters();
            work.accept(
                    parameters.getLong(INBOUND_FILE), parameters.getLong(ANSWER).intValue());
        };
    }
}
