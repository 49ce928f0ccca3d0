package jinbo.operator.job;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.RunWatch.WatchReport;
import jinbo.operator.notification.Notification;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;

/**
 * The answer of a run of {@code watch}.
 *
 * @param job the job's name
 * @param found what needs a person
 * @param told what was told now, on which way
 * @param untold what could not be told, and why; the next run tries again
 * @param wholly whether everything could be looked at
 * @param elsewhere whether another process tells at this moment, so that this one did not
 */
public record WatchResult(
        String job, List<Alert> found, List<Notified> told, List<Notified> untold, boolean wholly, boolean elsewhere)
        implements Incomplete {

    /**
     * What was told, or was to be.
     *
     * @param kind as new, or as over
     * @param code which kind of alert
     * @param insurer whom it is about, if about one
     * @param detail what belongs to it
     * @param notifier on which way
     * @param problem why it could not be, if so
     */
    public record Notified(
            Notification.Kind kind,
            Alert.Code code,
            Optional<InsurerCode> insurer,
            Optional<String> detail,
            String notifier,
            Optional<String> problem) {

        static Notified of(WatchReport.AlertNotification alertNotification) {
            Alert alert = alertNotification.alert();
            return new Notified(
                    alertNotification.kind(),
                    alert.code(),
                    alert.insurer(),
                    alert.detail(),
                    alertNotification.notifier(),
                    alertNotification.problem());
        }
    }

    static WatchResult of(WatchReport report) {
        List<Notified> all = report.notifications().stream().map(Notified::of).toList();
        Predicate<Notified> failed = told -> told.problem().isPresent();
        return new WatchResult(
                JobName.WATCH.toString(),
                report.found(),
                all.stream().filter(failed.negate()).toList(),
                all.stream().filter(failed).toList(),
                report.wholly(),
                report.elsewhere());
    }

    @Override
    public boolean complete() {
        return untold.isEmpty() && wholly;
    }

    @Derived
    int needed() {
        return found.size();
    }
}
