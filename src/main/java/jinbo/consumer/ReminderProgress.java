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
        return after(due, sent + 1, notSent, 0, why);
    }

    ReminderProgress afterFailed(Reminders.Due due, String reason) {
        return after(due, sent, notSent + 1, notSentInARow + 1, Optional.of(reason));
    }

    ReminderProgress afterSkipped(Reminders.Due due) {
        return after(due, sent, notSent, notSentInARow, why);
    }

    private ReminderProgress after(
            Reminders.Due due, long sentNow, long notSentNow, int inARow, Optional<String> reason) {
        boolean over = isOver || inARow >= ENOUGH;
        return new ReminderProgress(
                on, endingBy, due.expiresOn(), due.revision(), sentNow, notSentNow, inARow, reason, over);
    }

    ReminderProgress ended() {
        return new ReminderProgress(on, endingBy, afterEnd, afterRevision, sent, notSent, notSentInARow, why, true);
    }
}
