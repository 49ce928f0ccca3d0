package jinbo.consumer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The progress of a reminder run, in memory only. A restarted run begins anew and skips sent reminders.
 *
 * @param on the day of the run; blocks that end by then are skipped
 * @param afterEnd end of the last visited block
 */
public record ReminderProgress(
        LocalDate on,
        LocalDate endingBy,
        LocalDate afterEnd,
        long afterRevision,
        long sent,
        long notSent,
        int notSentInARow,
        Optional<String> why,
        boolean isOver) {

    /** After so many failures in a row the run ends. */
    private static final int ENOUGH = 10;

    public static ReminderProgress begin(LocalDate on, LocalDate endingBy) {
        return new ReminderProgress(on, endingBy, on, 0, 0, 0, 0, Optional.empty(), !endingBy.isAfter(on));
    }

    ReminderProgress afterSent(Reminders.Due due) {
        return new ReminderProgress(on, endingBy, due.expiresOn(), due.revision(), sent + 1, notSent, 0, why, isOver);
    }

    ReminderProgress afterFailed(Reminders.Due due, String reason) {
        int inARow = notSentInARow + 1;
        return new ReminderProgress(
                on,
                endingBy,
                due.expiresOn(),
                due.revision(),
                sent,
                notSent + 1,
                inARow,
                Optional.of(reason),
                inARow >= ENOUGH);
    }

    ReminderProgress afterSkipped(Reminders.Due due) {
        return new ReminderProgress(
                on, endingBy, due.expiresOn(), due.revision(), sent, notSent, notSentInARow, why, isOver);
    }

    ReminderProgress ended() {
        return new ReminderProgress(on, endingBy, afterEnd, afterRevision, sent, notSent, notSentInARow, why, true);
    }
}
