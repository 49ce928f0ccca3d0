package jinbo.batch.remind;

import java.time.LocalDate;
import java.util.function.LongConsumer;
import jinbo.accesslog.LogAlarms;
import jinbo.batch.PartitionReport.WorkLeftException;
import jinbo.batch.Progress;
import jinbo.batch.StopRequest;
import jinbo.consumer.RemindConsumers;
import jinbo.consumer.ReminderProgress;
import jinbo.consumer.SendCaseMessages;
import org.springframework.stereotype.Component;

/** The step {@code send-reminders}: sends news about complaints, and reminders of blocks that end soon. */
@Component
record SendReminders(
        RemindConsumers remind, SendCaseMessages caseMessages, LogAlarms alarms, StopRequest stop, Progress progress) {

    /** @param sent receives the number of messages that a gateway has accepted */
    void send(LocalDate on, LocalDate endingBy, LongConsumer sent) {
        alarms.requireNone();
        SendCaseMessages.Report ofCases = caseMessages.send(stop::isRequested);
        sent.accept(ofCases.sent());
        ReminderProgress walk = ReminderProgress.begin(on, endingBy);
        while (!walk.isOver()) {
            if (stop.isRequested()) {
                throw new WorkLeftException(StopRequest.STOPPED);
            }
            long before = walk.sent();
            walk = remind.next(walk);
            sent.accept(walk.sent() - before);
            progress.report(RemindConsumersJob.NAME, walk.sent(), 0);
        }
        long notSent = ofCases.notSent() + walk.notSent();
        if (notSent > 0) {
            throw new WorkLeftException("no gateway has taken " + notSent
                    + " message(s)"
                    + walk.why().or(ofCases::why).map(why -> " (" + why + ")").orElse("")
                    + "; the next run tries again");
        }
    }
}
