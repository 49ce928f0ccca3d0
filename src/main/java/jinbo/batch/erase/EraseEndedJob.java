package jinbo.batch.erase;

import java.time.LocalDate;
import jinbo.batch.PlainJobs;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The Batch job {@code erase-ended}: one execution a day and setting, with the steps {@code erase-numbers},
 * {@code clear-quarantine} and {@code destroy-keys}. Keys come last: the numbers that are due are hashed with them before.
 */
@Configuration
@EnableConfigurationProperties(EraseSettings.class)
class EraseEndedJob {

    static final String NAME = "erase-ended";
    private static final String ENDED_BY = "ended-by";
    private static final String KEYS_UP_TO = "keys-up-to";

    static JobParameters parameters(LocalDate endedBy, int keysUpTo) {
        return new JobParametersBuilder()
                .addLocalDate(ENDED_BY, endedBy)
                .addLong(KEYS_UP_TO, (long) keysUpTo)
                .toJobParameters();
    }

    @Bean(NAME)
    Job eraseEnded(
            PlainJobs jobs, ErasePages erasePages, ClearQuarantine clearQuarantine, DestroyDueKeys destroyDueKeys) {
        return jobs.of(
                NAME,
                jobs.withoutLease("erase-numbers", parameters -> erasePages.erase(parameters.getLocalDate(ENDED_BY))),
                jobs.withoutLease(
                        "clear-quarantine", parameters -> clearQuarantine.of(parameters.getLocalDate(ENDED_BY))),
                jobs.withoutLease(
                        "destroy-keys",
                        parameters -> destroyDueKeys.upTo(
                                parameters.getLong(KEYS_UP_TO).intValue())));
    }
}
