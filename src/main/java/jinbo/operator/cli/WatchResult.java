package jinbo.operator.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.WatchReport;
import jinbo.operator.notification.Notification;
import jinbo.participant.insurer.InsurerCode;

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
record WatchResult(String job, List<Alert> found, List<Told> told, List<Told> untold, boolean wholly, boolean elsewhere)
        implements Answer {

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
    record Told(
            Notification.Kind kind,
            Alert.Code code,
            Optional<InsurerCode> insurer,
            Optional<String> detail,
            String notifier,
            Optional<String> problem) {

        static Told of(WatchReport.AlertNotification alertNotification) {
            Alert alert = alertNotification.alert();
            return new Told(
                    alertNotification.kind(),
                    alert.code(),
                    alert.insurer(),
                    alert.detail(),
                    alertNotification.notifier(),
                    alertNotification.problem());
        }
    }

    static WatchResult of(WatchReport report) {
        List<Told> all = report.notifications().stream().map(Told::of).toList();
        Predicate<Told> failed = told -> told.problem().isPresent();
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

    @Override
    public void tell(Page page) {
        page.say(found.isEmpty() ? "watched.nothing" : "watched.found", found.size());
        if (elsewhere) {
            page.say("watched.elsewhere");
        }
        if (!told.isEmpty()) {
            page.blank();
            page.say("watched.told");
            page.table("kind alert insurer detail notifier", told, WatchResult::cells);
        }
        if (!untold.isEmpty()) {
            page.blank();
            page.say("watched.untold");
            page.table("kind alert insurer detail notifier problem", untold, WatchResult::cellsWithProblem);
        }
        PrintAlerts.print(page, found);
    }

    private static List<String> cells(Told told) {
        return Page.cells(told.kind, told.code, told.insurer, told.detail, told.notifier);
    }

    private static List<String> cellsWithProblem(Told told) {
        return Page.cells(told.kind, told.code, told.insurer, told.detail, told.notifier, told.problem);
    }
}
