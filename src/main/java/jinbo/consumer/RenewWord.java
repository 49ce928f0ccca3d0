package jinbo.consumer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jinbo.accesslog.Subject;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.NumbersOfWords;
import org.springframework.stereotype.Component;

/**
 * Has whoever was sent a reminder say the same once more, in one step: the message proves the number, as a code does, once, and only
 * as long as the word that it is about counts.
 */
@Component
class RenewWord {

    private final Reminders reminders;
    private final UnknownLinks unknown;
    private final GivenWords words;
    private final NumbersOfWords numbers;
    private final ShowToHolder show;
    private final ReadRegistration read;
    private final RegisterWord register;
    private final NumberProofs proofs;
    private final KnownBrowsers known;
    private final KeyedNumbers keyed;
    private final Clock clock;

    RenewWord(
            Reminders reminders,
            UnknownLinks unknown,
            GivenWords words,
            NumbersOfWords numbers,
            ShowToHolder show,
            ReadRegistration read,
            RegisterWord register,
            NumberProofs proofs,
            KnownBrowsers known,
            KeyedNumbers keyed,
            Clock clock) {
        this.reminders = reminders;
        this.unknown = unknown;
        this.words = words;
        this.numbers = numbers;
        this.show = show;
        this.read = read;
        this.register = register;
        this.proofs = proofs;
        this.known = known;
        this.keyed = keyed;
        this.clock = clock;
    }

    /** Changes nothing: whoever shows a preview of a message opens its links, too. */
    RenewalAnswer look(String typed, Visitor from) {
        return ifKnown(typed, from, reminder -> {
            GivenWords.Kept kept = words.byReference(reminder.reference()).orElseThrow();
            Optional<Mobile> holder = reminder.isUsed() ? Optional.empty() : holderOf(kept);
            return holder.<RenewalAnswer>map(
                            mobile -> new RenewalAnswer.Offer(kept.word(), read.ifChosen(mobile, sameAs(kept.word()))))
                    .orElseGet(RenewalAnswer.NotValid::new);
        });
    }

    RenewalAnswer renew(String typed, Optional<String> consent, UUID request, Visitor from) {
        return ifKnown(typed, from, reminder -> {
            GivenWords.Kept kept = words.byReference(reminder.reference()).orElseThrow();
            Optional<Mobile> holder = reminder.isUsed() ? Optional.empty() : holderOf(kept);
            return holder.flatMap(mobile -> register.chooseBy(
                                    () -> reminders.use(reminder, request, clock.instant()),
                                    mobile,
                                    sameAs(kept.word()),
                                    consent,
                                    request)
                            .map(word -> renewed(mobile, word)))
                    .orElseGet(() -> reminders.isUsedBy(reminder, request)
                            ? new RenewalAnswer.RenewedBefore()
                            : new RenewalAnswer.NotValid());
        });
    }

    private RenewalAnswer ifKnown(String typed, Visitor from, Function<Reminder, RenewalAnswer> then) {
        Optional<Reminder> reminder = ReminderToken.read(typed).flatMap(reminders::by);
        if (reminder.isEmpty()) {
            // who was sent a link is not kept out by neighbours who guess
            if (unknown.areTooMany(from)) {
                return new RenewalAnswer.TooMany();
            }
            unknown.add(from);
            return new RenewalAnswer.NotValid();
        }
        LocalDate today = BusinessTime.dateOf(clock.instant());
        return reminder.get().isOver(today) ? new RenewalAnswer.NotValid() : then.apply(reminder.get());
    }

    private RenewalAnswer renewed(Mobile mobile, GivenWord word) {
        return new RenewalAnswer.Renewed(
                proofs.begin(mobile, keyed.today(mobile).toString()), known.mark(mobile), word);
    }

    private Optional<Mobile> holderOf(GivenWords.Kept kept) {
        return show.announced(
                Subject.parse(kept.subject()),
                "somebody has opened the link of a reminder",
                permit -> numbers.stillLast(permit, kept.revision()));
    }

    private static ConsumerChoice sameAs(GivenWord word) {
        return new ConsumerChoice(
                word.sectors(), word.insurers(), word.ban().orElseThrow().term());
    }
}
