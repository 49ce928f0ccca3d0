package jinbo.batch.remind;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.batch.FailureMessages;
import jinbo.batch.RunExecution;
import jinbo.batch.SingleProcessLock;
import jinbo.consumer.RemindConsumers;
import jinbo.reference.calendar.BusinessTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * A run of {@code remind-consumers}: what a process that died had begun is ended, who was reminded of blocks that have ended is
 * forgotten, and the holders of blocks that end soon are told. One process at a time does so.
 */
@Component
public class RemindBeforeEnd {

    private static final Logger LOG = LoggerFactory.getLogger(RemindBeforeEnd.class);

    private final DataSource dataSource;
    private final AccessLog accessLog;
    private final RunExecution runExecution;
    private final Job remindConsumers;
    private final RemindConsumers remind;
    private final Clock clock;

    RemindBeforeEnd(
            DataSource dataSource,
            AccessLog accessLog,
            RunExecution runExecution,
            @Qualifier(RemindConsumersJob.NAME) Job remindConsumers,
            RemindConsumers remind,
            Clock clock) {
        this.dataSource = dataSource;
        this.accessLog = accessLog;
        this.runExecution = runExecution;
        this.remindConsumers = remindConsumers;
        this.remind = remind;
        this.clock = clock;
    }

    /** Runs once. */
    public Report run() {
        LocalDate today = BusinessTime.dateOf(clock.instant());
        LocalDate endingBy = remind.endingBy(today);
        Optional<SingleProcessLock> alone = SingleProcessLock.tryTake(dataSource, SingleProcessLock.Task.REMINDING);
        try {
            return alone.map(held -> remind(today, endingBy))
                    .orElseGet(() -> new Report(
                            endingBy, 0, Optional.of("another process is reminding; run again when that has ended")));
        } finally {
            alone.ifPresent(SingleProcessLock::close);
        }
    }

    private Report remind(LocalDate today, LocalDate endingBy) {
        int abandoned = accessLog.abandon(EnumSet.of(AccessAction.REMIND));
        if (abandoned > 0) {
            LOG.info("{} access(es) of a process that died while reminding were ended", abandoned);
        }
        remind.forgetEndedBy(today);
        long before = remind.sentSoFar();
        Optional<Throwable> failure =
                runExecution.runWithoutLease(remindConsumers, RemindConsumersJob.parameters(today, endingBy));
        failure.ifPresent(why -> LOG.warn("Not everybody whose block ends by {} was reminded", endingBy, why));
        return new Report(endingBy, remind.sentSoFar() - before, failure.map(FailureMessages::cause));
    }

    /**
     * What a run of {@code remind-consumers} did.
     *
     * @param endingBy holders of blocks that have ended by this day were to be told
     * @param sent how many messages were sent
     * @param problem why the rest was left, if it was
     */
    public record Report(LocalDate endingBy, long sent, Optional<String> problem) {}
}
