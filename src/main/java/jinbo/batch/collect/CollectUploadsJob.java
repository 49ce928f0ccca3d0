package jinbo.batch.collect;

import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import jinbo.batch.PlainJobs;
import jinbo.registry.GracePeriod;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The Batch job {@code collect-uploads}: one execution an inbound file and answer, with the steps {@code take-in},
 * {@code answer}, {@code deliver} and {@code archive}.
 */
@Configuration
@EnableConfigurationProperties(CollectSettings.class)
class CollectUploadsJob {

    static final String NAME = "collect-uploads";
    private static final String INBOUND_FILE = "inbound-file";
    private static final String ANSWER = "answer";

    /** What identifies the execution for a file's first answer, or a later one. */
    static JobParameters parameters(long inboundFile, int answer) {
        return new JobParametersBuilder()
                .addLong(INBOUND_FILE, inboundFile)
                .addLong(ANSWER, (long) answer)
                .toJobParameters();
    }

    /** The same grace counts for what consumers choose. */
    @Bean
    GracePeriod grace(CollectSettings settings) {
        return new GracePeriod(settings.graceWorkdays());
    }

    @Bean(NAME)
    Job job(PlainJobs jobs, IngestFile ingestFile, SealAnswers seal, DeliverAnswers deliver, ArchiveUpload archive) {
        return jobs.of(
                NAME,
                jobs.inOneTransaction("take-in", answered(ingestFile::ingest)),
                jobs.inOneTransaction("answer", answered(seal::answer)),
                jobs.outsideTransactions("deliver", answered(deliver::deliver)),
                jobs.outsideTransactions("archive", answered((inboundFile, answer) -> archive.archive(inboundFile))));
    }

    private static Consumer<JobParameters> answered(ObjIntConsumer<Long> work) {
        return parameters -> work.accept(
                parameters.getLong(INBOUND_FILE), parameters.getLong(ANSWER).intValue());
    }
}
