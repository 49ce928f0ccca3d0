package jinbo.consumer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import jinbo.accesslog.Subject;
import jinbo.consumer.ConsumerRegistrations.StoredRegistration;
import jinbo.consumer.Reminders.Reminder;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerRegistrationNumbers;
import org.springframework.stereotype.Component;

/** Renews choices, by the link of a reminder (which proves the number once, while the choice is the latest) or after a code. */
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

    /** Changes nothing: previews of messages open links too. */
    RenewalOutcome preview(String typed, Visitor from) {
        return ifKnown(
                typed,
                from,
                (reminder, kept) -> holderIfUnused(reminder, kept)
                        .<RenewalOutcome>map(mobile -> offer(mobile, kept))
                        .orElseGet(RenewalOutcome.NotValid::new));
    }

    RenewalOutcome renew(String typed, Optional<String> consent, UUID request, Visitor from) {
        return ifKnown(
                typed,
                from,
                (reminder, kept) -> holderIfUnused(reminder, kept)
                        .flatMap(mobile -> register.chooseIf(
                                        () -> reminders.markUsed(reminder, request, clock.instant()),
                                        mobile,
                                        sameAs(kept.registration()),
                                        endOf(kept),
                                        consent,
                                        request)
                                .map(registration -> renewed(mobile, registration)))
                        .orElseGet(() -> reminders.isUsedBy(reminder, request)
                                ? new RenewalOutcome.RenewedBefore()
                                : new RenewalOutcome.NotValid()));
    }

    /** Returns what the holder of a proven number can renew; empty if no choice ends soon. */
    Optional<RenewalOutcome.Offer> previewOwn(Mobile mobile) {
        return renewable(mobile).map(kept -> offer(mobile, kept));
    }

    /** Returns empty if no choice ends soon. */
    Optional<ConsumerRegistration> renewOwn(Mobile mobile, Optional<String> consent, UUID request) {
        return registrations
                .findByRequest(request, keyed.allHashes(mobile))
                .or(() -> renewable(mobile)
                        .map(kept ->
                                register.renew(mobile, sameAs(kept.registration()), endOf(kept), consent, request)));
    }

    private Optional<StoredRegistration> renewable(Mobile mobile) {
        NumberStatus status = read.of(mobile);
        return status.registrations().stream()
                .limit(status.renewable() ? 1 : 0)
                .findFirst()
                .flatMap(last -> registrations.findByReference(last.reference()))
                .filter(kept -> holder(kept, "the holder renews").isPresent());
    }

    private RenewalOutcome.Offer offer(Mobile mobile, StoredRegistration kept) {
        return new RenewalOutcome.Offer(
                kept.registration(), read.ifChosen(mobile, sameAs(kept.registration()), Optional.of(endOf(kept))));
    }

    private RenewalOutcome ifKnown(
            String typed, Visitor from, BiFunction<Reminder, StoredRegistration, RenewalOutcome> then) {
        Optional<Reminder> found = ReminderToken.read(typed).flatMap(reminders::findByToken);
        if (found.isEmpty()) {
            // a limited network does not block valid links
            if (unknown.isExceeded(from)) {
                return new RenewalOutcome.TooMany();
            }
            unknown.add(from);
            return new RenewalOutcome.NotValid();
        }
        Reminder reminder = found.get();
        return reminder.isOver(BusinessTime.dateOf(clock.instant()))
                ? new RenewalOutcome.NotValid()
                : then.apply(
                        reminder,
                        registrations.findByReference(reminder.reference()).orElseThrow());
    }

    private RenewalOutcome renewed(Mobile mobile, ConsumerRegistration registration) {
        return new RenewalOutcome.Renewed(
                proofs.begin(mobile, keyed.today(mobile).toString()), known.mark(mobile), registration);
    }

    private Optional<Mobile> holderIfUnused(Reminder reminder, StoredRegistration kept) {
        return reminder.isUsed() ? Optional.empty() : holder(kept, "the link of a reminder was opened");
    }

    private Optional<Mobile> holder(StoredRegistration kept, String purpose) {
        return show.execute(
                Subject.parse(kept.subject()), purpose, permit -> numbers.findIfLatest(permit, kept.revision()));
    }

    /** The renewed term begins there, so that an early renewal loses no days. */
    private static LocalDate endOf(StoredRegistration kept) {
        return kept.registration().block().orElseThrow().days().expiresOn();
    }

    private static ConsumerChoice sameAs(ConsumerRegistration registration) {
        return new ConsumerChoice(
                registration.lines(),
                registration.insurers(),
                registration.block().orElseThrow().term());
    }
}
