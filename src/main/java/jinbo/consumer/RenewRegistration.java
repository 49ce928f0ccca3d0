package jinbo.consumer;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import jinbo.accesslog.Subject;
import jinbo.consumer.ConsumerRegistrations.StoredRegistration;
import jinbo.consumer.Reminders.Reminder;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerRegistrationNumbers;
import org.springframework.stereotype.Component;

/**
 * Renews choices, by the link of a reminder or for a holder who has entered a code. A link proves the number once,
 * while the choice is the latest of its number.
 */
@Component
record RenewRegistration(
        Reminders reminders,
        UnknownLinkLimiter unknown,
        ConsumerRegistrations registrations,
        ConsumerRegistrationNumbers numbers,
        HolderAccessTemplate show,
        ReadNumberStatus read,
        RegisterConsumerChoice register,
        NumberProofs proofs,
        KnownBrowsers known,
        NumberHashes keyed,
        Clock clock) {

    /** Shows what a link would renew. It changes nothing, because apps open links, too, to preview messages. */
    RenewalOutcome preview(String typed, Visitor from) {
        return ifKnown(
                typed,
                from,
                (reminder, stored) -> holderIfUnused(reminder, stored)
                        .<RenewalOutcome>map(mobile -> offer(mobile, stored))
                        .orElseGet(RenewalOutcome.NotValid::new));
    }

    RenewalOutcome renew(String typed, Optional<String> consent, UUID request, Visitor from) {
        return ifKnown(
                typed,
                from,
                (reminder, stored) -> holderIfUnused(reminder, stored)
                        .flatMap(mobile -> register.chooseIf(
                                        () -> reminders.markUsed(reminder, request, clock.instant()),
                                        mobile,
                                        stored,
                                        consent,
                                        request)
                                .map(registration -> renewed(mobile, registration)))
                        .orElseGet(() -> reminders.isUsedBy(reminder, request)
                                ? new RenewalOutcome.RenewedBefore()
                                : new RenewalOutcome.NotValid()));
    }

    /** Returns what the holder of a proven number can renew; empty if no choice ends soon. */
    Optional<RenewalOutcome.Offer> previewOwn(Mobile mobile) {
        return renewable(mobile).map(stored -> offer(mobile, stored));
    }

    /** Returns empty if no choice ends soon. */
    Optional<ConsumerRegistration> renewOwn(Mobile mobile, Optional<String> consent, UUID request) {
        return registrations
                .findByRequest(request, keyed.allHashes(mobile))
                .or(() -> renewable(mobile).flatMap(stored -> register.renew(mobile, stored, consent, request)));
    }

    private Optional<StoredRegistration> renewable(Mobile mobile) {
        NumberStatus status = read.of(mobile);
        return status.registrations().stream()
                .limit(status.renewable() ? 1 : 0)
                .findFirst()
                .flatMap(last -> registrations.findByReference(last.reference()))
                .filter(stored -> holder(stored, "the holder renews").isPresent());
    }

    private RenewalOutcome.Offer offer(Mobile mobile, StoredRegistration stored) {
        return new RenewalOutcome.Offer(
                stored.registration(), read.ifChosen(mobile, stored.choice(), Optional.of(stored.end())));
    }

    private RenewalOutcome ifKnown(
            String typed, Visitor from, BiFunction<Reminder, StoredRegistration, RenewalOutcome> then) {
        Optional<Reminder> found = ReminderToken.read(typed).flatMap(reminders::findByToken);
        if (found.isEmpty()) {
            // only unknown links are limited, so that valid links work in every network
            if (unknown.isExceeded(from)) {
                return new RenewalOutcome.TooMany();
            }
            unknown.add(from);
            return new RenewalOutcome.NotValid();
        }
        Reminder reminder = found.get();
        return reminder.isOver(BusinessTime.today(clock))
                ? new RenewalOutcome.NotValid()
                : then.apply(
                        reminder,
                        registrations.findByReference(reminder.reference()).orElseThrow());
    }

    private RenewalOutcome renewed(Mobile mobile, ConsumerRegistration registration) {
        return new RenewalOutcome.Renewed(
                proofs.begin(mobile, keyed.today(mobile).toString()), known.mark(mobile), registration);
    }

    private Optional<Mobile> holderIfUnused(Reminder reminder, StoredRegistration stored) {
        return reminder.isUsed() ? Optional.empty() : holder(stored, "the link of a reminder was opened");
    }

    private Optional<Mobile> holder(StoredRegistration stored, String purpose) {
        return show.execute(
                Subject.parse(stored.subject()), purpose, permit -> numbers.findIfLatest(permit, stored.revision()));
    }
}
