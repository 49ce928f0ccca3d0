package jinbo.batch.settle;

import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import jinbo.batch.PlainJobs;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Batch job {@code tell-cases}: one execution an insurer and sequence, with the steps {@code seal} and {@code deliver}. */
@Configuration
class TellCasesJob {

    static final String NAME = "tell-cases";
    private static final String INSURER = "insurer";
    private static final String SEQUENCE = "sequence";
    private static final String FILE = "file";
    private static final String ASKING = "asking";

    /**
     * Insurer and sequence identify an execution; which name the file gets, and whether it may hold numbers, does not, because one
     * whose making was cut short is made anew from what is to be told then.
     */
    static JobParameters parameters(InsurerCode insurer, int sequence, String file, boolean asking) {
        return new JobParametersBuilder()
                .addString(INSURER, insurer.value())
                .addLong(SEQUENCE, (long) sequence)
                .addString(FILE, file, false)
                .addString(ASKING, Boolean.toString(asking), false)
                .toJobParameters();
    }

    @Bean(NAME)
    Job tellCases(PlainJobs jobs, SealCaseFile seal, DeliverCaseFile deliver) {
        return jobs.of(
                NAME,
                jobs.inOneTransaction(
                        "seal",
                        parameters -> of((insurer, sequence) -> seal.seal(
                                        insurer,
                                        sequence,
                                        parameters.getString(FILE),
                                        Boolean.parseBoolean(parameters.getString(ASKING))))
                                .accept(parameters)),
                jobs.outsideTransactions("deliver", of(deliver::deliver)));
    }

    private static Consumer<JobParameters> of(ObjIntConsumer<InsurerCode> work) {
        return parameters -> work.accept(
                new InsurerCode(parameters.getString(INSURER)),
                parameters.getLong(SEQUENCE).intValue());
    }
}
