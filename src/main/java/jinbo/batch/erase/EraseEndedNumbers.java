package jinbo.batch.erase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DestroyedSubjectKeys;
import jinbo.batch.FailureMessages;
import jinbo.batch.RunExecution;
import jinbo.batch.SingleProcessLock;
import jinbo.cases.EraseClosedCases;
import jinbo.consumer.PurgeExpiredProofs;
import jinbo.participant.staff.RequestNumbers;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.ErasureCount;
import jinbo.registry.Erasures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * A run of {@code erase-ended}: numbers of requests that wait for nobody any more are thrown away, consumers' codes that count no
 * longer, and the numbers of cases that were closed long ago; what a process that died had begun is ended, numbers that ended long ago are erased, and
 * keys of years that are past recalling are destroyed. One process at a time does so.
 */
@Component
public class EraseEndedNumbers {

    private static final Logger LOG = LoggerFactory.getLogger(EraseEndedNumbers.class);

    private final DataSource dataSource;
    private final AccessLog accessLog;
    private final RunExecution runExecution;
    private final Job eraseEnded;
    private final RequestNumbers requestNumbers;
    private final PurgeExpiredProofs oldProofs;
    private final EraseClosedCases closedCases;
    private final Erasures erasures;
    private final DestroyedSubjectKeys destroyed;
    private final EraseSettings settings;
    private final Clock clock;

    EraseEndedNumbers(
            DataSource dataSource,
            AccessLog accessLog,
            RunExecution runExecution,
            @Qualifier(EraseEndedJob.NAME) Job eraseEnded,
            RequestNumbers requestNumbers,
            PurgeExpiredProofs oldProofs,
            EraseClosedCases closedCases,
            Erasures erasures,
            DestroyedSubjectKeys destroyed,
            EraseSettings settings,
            Clock clock) {
        this.dataSource = dataSource;
        this.accessLog = accessLog;
        this.runExecution = runExecution;
        this.eraseEnded = eraseEnded;
        this.requestNumbers = requestNumbers;
        this.oldProofs = oldProofs;
        this.closedCases = closedCases;
        this.erasures = erasures;
        this.destroyed = destroyed;
        this.settings = settings;
        this.clock = clock;
    }

    /** Runs once. */
    public EraseReport run() {
        requestNumbers.removeEnded(Actor.batch());
        oldProofs.now();
        LocalDate today = BusinessTime.dateOf(clock.instant());
        LocalDate endedBy = settings.endedBy(today);
        closedCases.closedBy(endedBy, Actor.batch());
        Optional<SingleProcessLock> alone = SingleProcessLock.tryTake(dataSource, SingleProcessLock.Task.ERASING);
        try {
            return alone.map(held -> erase(endedBy, settings.lastYearWithoutKey(today)))
                    .orElseGet(() ->
                            EraseReport.nothing(endedBy, "another process is erasing; run again when that has ended"));
        } finally {
            alone.ifPresent(SingleProcessLock::close);
        }
    }

    private EraseReport erase(LocalDate endedBy, int lastYearWithoutKey) {
        int abandoned = accessLog.abandon(EnumSet.of(AccessAction.ERASE));
        if (abandoned > 0) {
            LOG.info("{} access(es) of a process that died while erasing were ended", abandoned);
        }
        ErasureCount before = erasures.soFar();
        Set<Integer> destroyedBefore = destroyed.years();
        Optional<Throwable> failure =
                runExecution.runWithoutLease(eraseEnded, EraseEndedJob.parameters(endedBy, lastYearWithoutKey));
        failure.ifPresent(why -> LOG.warn("Erasing what had ended by {} was not completed", endedBy, why));
        ErasureCount after = erasures.soFar();
        List<Integer> destroyedNow = destroyed.years().stream()
                .filter(year -> !destroyedBefore.contains(year))
                .sorted()
                .toList();
        return new EraseReport(
                endedBy,
                after.numbers() - before.numbers(),
                after.registrations() - before.registrations(),
                destroyedNow,
                failure.map(FailureMessages::cause));
    }
}
