package jinbo.consumer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How far a walk through the choices whose blocks end soon has come, and what has become of the messages. Kept in memory alone: one that
 * broke off begins anew, and what it had sent is not met again.
 *
 * @param on the day; of blocks that have ended by it nobody is reminded
 * @param afterEnd the end of the last block that was looked at
 * @param sent how many messages a gateway has taken
 * @param notSent how many none has
 * @param notSentInARow how many of these are the last ones
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

    /** So many messages that no gateway takes are enough to know that none takes any now. */
    private static final int ENOUGH = 10;

    /** Before the first registration. */
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
