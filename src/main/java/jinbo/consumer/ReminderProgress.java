package jinbo.consumer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How far a run of reminders has come, in memory only. A restarted run begins again and skips the reminders that were
 * sent.
 *
 * @param on the day of the run; blocks that end on it or before are skipped
 * @param afterEnd the end of the last block that the run has looked at
 * @param notSentInARow how many messages in succession were not sent
 * @param why why the last of them was not sent
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

    /** After this number of failures in succession the run ends. */
    private static final int MAX_CONSECUTIVE_FAILURES = 10;

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
            Reminders.Due due, long sentNow, long notSentNow, int consecutiveFailures, Optional<String> reason) {
        boolean over = isOver || consecutiveFailures >= MAX_CONSECUTIVE_FAILURES;
        return new ReminderProgress(
                on, endingBy, due.expiresOn(), due.revision(), sentNow, notSentNow, consecutiveFailures, reason, over);
    }

    ReminderProgress ended() {
        return new ReminderProgress(on, endingBy, afterEnd, afterRevision, sent, notSent, notSentInARow, why, true);
    }
}
