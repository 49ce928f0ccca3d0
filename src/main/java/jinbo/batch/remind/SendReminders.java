package jinbo.batch.remind;

import java.time.LocalDate;
import java.util.function.LongConsumer;
import jinbo.accesslog.LogAlarms;
import jinbo.batch.Progress;
import jinbo.batch.StopRequest;
import jinbo.consumer.RemindConsumers;
import jinbo.consumer.ReminderProgress;
import org.springframework.stereotype.Component;

/** The step {@code send-reminders}: goes through the choices whose blocks end soon, a few messages at a time. */
@Component
record SendReminders(RemindConsumers remind, LogAlarms alarms, StopRequest stop, Progress progress) {

    /** @param sent is told of messages that a gateway has taken */
    void send(LocalDate on, LocalDate endingBy, LongConsumer sent) {
        alarms.requireNone();
        ReminderProgress walk = ReminderProgress.begin(on, endingBy);
        while (!walk.isOver()) {
            if (stop.isRequested()) {
                throw RemindersNotSentException.stopped();
            }
            long before = walk.sent();
            walk = remind.next(walk);
            sent.accept(walk.sent() - before);
            progress.report(RemindConsumersJob.NAME, walk.sent(), 0);
        }
        if (walk.notSent() > 0) {
            throw RemindersNotSentException.notSent(walk);
        }
    }

    /** Not everybody was reminded; who was stays so. */
    static final class RemindersNotSentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private RemindersNotSentException(String message) {
            super(message);
        }

        static RemindersNotSentException stopped() {
            return new RemindersNotSentException(StopRequest.STOPPED);
        }

        /** @param walk in which no gateway has taken some of the messages */
        static RemindersNotSentException notSent(ReminderProgress walk) {
            return new RemindersNotSentException("no gateway has accepted " + walk.notSent()
                    + " message(s)" + walk.why().map(why -> " (" + why + ")").orElse("")
                    + "; the next run tries again");
        }
    }
}
