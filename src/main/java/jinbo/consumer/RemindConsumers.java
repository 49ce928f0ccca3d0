package jinbo.consumer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.consumer.messaging.ShortMessage;
import jinbo.consumer.messaging.ShortMessages;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerRegistrationNumbers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds holders by short message, once for each choice, that their blocks end soon. */
@Component
public record RemindConsumers(
        Reminders reminders,
        ConsumerSettings settings,
        ConsumerRegistrationNumbers numbers,
        ShortMessages messages,
        ReminderText text,
        BusinessLines lines,
        AccessLog accessLog,
        Clock clock,
        TransactionTemplate transaction) {

    /** Only a few reminders at a time, so that a stop request takes effect soon. */
    private static final int AT_A_TIME = 10;

    /** Reminders are due today for blocks whose last day is before the returned day. Today if reminders are off. */
    public LocalDate endingBy(LocalDate today) {
        return today.plusDays(settings.remindBefore().toDays());
    }

    public void forgetEndedBy(LocalDate today) {
        reminders.deleteEndedBy(today);
    }

    /** Reminds the next few holders, and returns the progress. */
    public ReminderProgress next(ReminderProgress progress) {
        List<Reminders.Due> due = reminders.findDue(progress, AT_A_TIME);
        ReminderProgress now = progress;
        for (Reminders.Due one : due) {
            now = remind(one, now);
            if (now.isOver()) {
                return now;
            }
        }
        return due.size() < AT_A_TIME ? now.ended() : now;
    }

    /**
     * Reminds one holder, if the choice is still the holder's latest. The attempt is committed before the message is
     * sent and the result afterwards, so a crash causes at most one second message.
     */
    private ReminderProgress remind(Reminders.Due due, ReminderProgress progress) {
        AccessPermit permit = accessLog.begin(HolderAccessTemplate.access(
                Actor.batch(), AccessAction.REMIND, "the holder is reminded before a block ends", due.subject()));
        try {
            Optional<Mobile> mobile = numbers.findIfLatest(permit, due.revision());
            if (mobile.isEmpty()) {
                complete(permit, "NEEDLESS", 0, due, one -> reminders.skip(one, clock.instant()));
                return progress.afterSkipped(due);
            }
            ReminderToken token = ReminderToken.draw();
            if (!reminders.begin(due, token, clock.instant())) {
                accessLog.complete(permit, "SENT BY ANOTHER", 1);
                return progress.afterSkipped(due);
            }
            return send(permit, due, new ShortMessage(mobile.get(), textOf(due, token)), progress);
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private String textOf(Reminders.Due due, ReminderToken token) {
        return text.of(
                due.lastDay(),
                lines.all().stream()
                        .filter(line -> due.lines().contains(line.code()))
                        .toList(),
                token);
    }

    private ReminderProgress send(
            AccessPermit permit, Reminders.Due due, ShortMessage message, ReminderProgress progress) {
        ShortMessages.Outcome sendOutcome = messages.send(message);
        if (sendOutcome instanceof ShortMessages.Outcome.Refused refused) {
            complete(permit, "NOT_SENT", 1, due, reminders::markNotSent);
            return progress.afterFailed(due, refused.why());
        }
        complete(permit, "SENT", 1, due, one -> reminders.markSent(one, clock.instant()));
        return progress.afterSent(due);
    }

    private void complete(
            AccessPermit permit, String outcome, long read, Reminders.Due due, Consumer<Reminders.Due> mark) {
        transaction.executeWithoutResult(status -> {
            mark.accept(due);
            accessLog.complete(permit, outcome, read);
        });
    }
}
