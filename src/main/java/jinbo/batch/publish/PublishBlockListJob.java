package jinbo.batch.publish;

import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import jinbo.batch.PlainJobs;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The Batch jobs of a list, one instance each an insurer and sequence: {@code publish-block-list} has the step {@code seal}, and
 * {@code deliver-block-list} the step {@code deliver}, which waits for the insurer's server when the view of the registry is closed.
 */
@Configuration
@EnableConfigurationProperties(PublishSettings.class)
class PublishBlockListJob {

    static final String NAME = "publish-block-list";
    static final String DELIVERY = "deliver-block-list";
    private static final String INSURER = "insurer";
    private static final String SEQUENCE = "sequence";
    private static final String PUBLICATION = "publication";
    private static final String FULL = "full";

    /**
     * Insurer and sequence identify an instance of sealing; which publication a list is made from, and whether it has to be a full one,
     * does not, because a list whose making was cut short is made anew from the next one.
     */
    static JobParameters parameters(InsurerCode insurer, int sequence, long publication, boolean full) {
        return new JobParametersBuilder()
                .addString(INSURER, insurer.value())
                .addLong(SEQUENCE, (long) sequence)
                .addLong(PUBLICATION, publication, false)
                .addString(FULL, Boolean.toString(full), false)
                .toJobParameters();
    }

    /** Of delivering the list that was sealed under a sequence. */
    static JobParameters deliveryOf(InsurerCode insurer, int sequence) {
        return new JobParametersBuilder()
                .addString(INSURER, insurer.value())
                .addLong(SEQUENCE, (long) sequence)
                .toJobParameters();
    }

    @Bean(NAME)
    Job sealing(PlainJobs jobs, SealBlockList seal) {
        return jobs.of(
                NAME,
                jobs.inOneTransaction(
                        "seal",
                        parameters -> list((insurer, sequence) -> seal.seal(
                                        insurer,
                                        sequence,
                                        parameters.getLong(PUBLICATION),
                                        Boolean.parseBoolean(parameters.getString(FULL))))
                                .accept(parameters)));
    }

    @Bean(DELIVERY)
    Job delivery(PlainJobs jobs, DeliverBlockList deliver) {
        return jobs.of(DELIVERY, jobs.outsideTransactions("deliver", list(deliver::deliver)));
    }

    private static Consumer<JobParameters> list(ObjIntConsumer<InsurerCode> work) {
        return parameters -> work.accept(
                new InsurerCode(parameters.getString(INSURER)),
                parameters.getLong(SEQUENCE).intValue());
    }
}
