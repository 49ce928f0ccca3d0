package jinbo.consumer;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the holders of numbers by short message that their blocks end soon, each choice of theirs once. */
@Component
public record RemindConsumers(Reminders reminders, SendReminder send, ConsumerSettings settings) {

    /** Few, so that whoever wants the walk to end does not wait for many gateways. */
    private static final int AT_A_TIME = 10;

    /** The day by which a block must have ended for its holder to be reminded today; today if nobody is to be. */
    public LocalDate endingBy(LocalDate today) {
        return today.plusDays(settings.remindBefore().toDays());
    }

    /** Forgets who was reminded of blocks that have ended; their links count no longer. */
    public void forgetEndedBy(LocalDate today) {
        reminders.forgetEndedBy(today);
    }

    /** Sends the next few messages. */
    public ReminderProgress next(ReminderProgress walk) {
        List<Reminders.Due> due = reminders.due(walk, AT_A_TIME);
        ReminderProgress now = walk;
        for (Reminders.Due one : due) {
            now = send.of(one, now);
            if (now.isOver()) {
                return now;
            }
        }
        return due.size() < AT_A_TIME ? now.ended() : now;
    }
}
