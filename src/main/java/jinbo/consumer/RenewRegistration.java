package jinbo.consumer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jinbo.accesslog.Subject;
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

    private static final String LINK_OPENED = "the link of a reminder was opened";

    /** Changes nothing: previews of messages open links too. */
    RenewalOutcome look(String typed, Visitor from) {
        return ifKnown(typed, from, reminder -> {
            ConsumerRegistrations.Kept kept =
                    registrations.byReference(reminder.reference()).orElseThrow();
            Optional<Mobile> holder = reminder.isUsed() ? Optional.empty() : holderOf(kept, LINK_OPENED);
            return holder.<RenewalOutcome>map(mobile -> offer(mobile, kept)).orElseGet(RenewalOutcome.NotValid::new);
        });
    }

    RenewalOutcome renew(String typed, Optional<String> consent, UUID request, Visitor from) {
        return ifKnown(typed, from, reminder -> {
            ConsumerRegistrations.Kept kept =
                    registrations.byReference(reminder.reference()).orElseThrow();
            Optional<Mobile> holder = reminder.isUsed() ? Optional.empty() : holderOf(kept, LINK_OPENED);
            return holder.flatMap(mobile -> register.chooseIf(
                                    () -> reminders.use(reminder, request, clock.instant()),
                                    mobile,
                                    sameAs(kept.registration()),
                                    endOf(kept),
                                    consent,
                                    request)
                            .map(registration -> renewed(mobile, registration)))
                    .orElseGet(() -> reminders.isUsedBy(reminder, request)
                            ? new RenewalOutcome.RenewedBefore()
                            : new RenewalOutcome.NotValid());
        });
    }

    /** Returns what the holder of a proven number can renew; empty if no choice ends soon. */
    Optional<RenewalOutcome.Offer> lookAtOwn(Mobile mobile) {
        return renewable(mobile).map(kept -> offer(mobile, kept));
    }

    /** Returns empty if no choice ends soon. */
    Optional<ConsumerRegistration> renewOwn(Mobile mobile, Optional<String> consent, UUID request) {
        return registrations
                .byRequest(request, keyed.allHashes(mobile))
                .or(() -> renewable(mobile)
                        .map(kept ->
                                register.renew(mobile, sameAs(kept.registration()), endOf(kept), consent, request)));
    }

    private Optional<ConsumerRegistrations.Kept> renewable(Mobile mobile) {
        NumberStatus status = read.of(mobile);
        return status.registrations().stream()
                .limit(status.renewable() ? 1 : 0)
                .findFirst()
                .flatMap(last -> registrations.byReference(last.reference()))
                .filter(kept -> holderOf(kept, "the holder renews").isPresent());
    }

    private RenewalOutcome.Offer offer(Mobile mobile, ConsumerRegistrations.Kept kept) {
        return new RenewalOutcome.Offer(
                kept.registration(), read.ifChosen(mobile, sameAs(kept.registration()), Optional.of(endOf(kept))));
    }

    private RenewalOutcome ifKnown(String typed, Visitor from, Function<Reminder, RenewalOutcome> then) {
        Optional<Reminder> reminder = ReminderToken.read(typed).flatMap(reminders::by);
        if (reminder.isEmpty()) {
            // a limited network does not block valid links
            if (unknown.isExceeded(from)) {
                return new RenewalOutcome.TooMany();
            }
            unknown.add(from);
            return new RenewalOutcome.NotValid();
        }
        LocalDate today = BusinessTime.dateOf(clock.instant());
        return reminder.get().isOver(today) ? new RenewalOutcome.NotValid() : then.apply(reminder.get());
    }

    private RenewalOutcome renewed(Mobile mobile, ConsumerRegistration registration) {
        return new RenewalOutcome.Renewed(
                proofs.begin(mobile, keyed.today(mobile).toString()), known.mark(mobile), registration);
    }

    private Optional<Mobile> holderOf(ConsumerRegistrations.Kept kept, String purpose) {
        return show.execute(
                Subject.parse(kept.subject()), purpose, permit -> numbers.findIfLatest(permit, kept.revision()));
    }

    /** The renewed term begins there, so that an early renewal loses no days. */
    private static LocalDate endOf(ConsumerRegistrations.Kept kept) {
        return kept.registration().block().orElseThrow().days().expiresOn();
    }

    private static ConsumerChoice sameAs(ConsumerRegistration registration) {
        return new ConsumerChoice(
                registration.lines(),
                registration.insurers(),
                registration.block().orElseThrow().term());
    }
}
