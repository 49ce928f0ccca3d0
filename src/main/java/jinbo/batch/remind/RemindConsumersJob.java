package jinbo.batch.remind;

import java.time.LocalDate;
import jinbo.batch.PlainJobs;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Batch job {@code remind-consumers}: one execution a day and setting, with the step {@code send-reminders}. */
@Configuration
class RemindConsumersJob {

    static final String NAME = "remind-consumers";
    private static final String ON = "on";
    private static final String ENDING_BY = "ending-by";

    static JobParameters parameters(LocalDate on, LocalDate endingBy) {
        return new JobParametersBuilder()
                .addLocalDate(ON, on)
                .addLocalDate(ENDING_BY, endingBy)
                .toJobParameters();
    }

    @Bean(NAME)
    Job remindConsumers(PlainJobs jobs, SendReminders sendReminders) {
        return jobs.of(
                NAME,
                jobs.withoutLease(
                        "send-reminders",
                        parameters ->
                                sendReminders.send(parameters.getLocalDate(ON), parameters.getLocalDate(ENDING_BY))));
    }
}
