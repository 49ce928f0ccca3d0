package jinbo.consumer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jinbo.cases.Cases.ConsumerCase;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.DerivedBlocks;
import jinbo.registry.Interval;
import jinbo.registry.NumberHistory;
import jinbo.registry.PastRegistrations;
import jinbo.registry.PastRegistrations.Release;
import jinbo.registry.ReadNumberHistory;
import jinbo.registry.Registration;
import org.springframework.stereotype.Component;

/** Reads the registrations and blocks of a number for its holder, and previews what a choice would change. */
@Component
class ReadNumberStatus {

    private final HolderAccessTemplate show;
    private final NumberHashes keyed;
    private final ReadNumberHistory histories;
    private final PastRegistrations past;
    private final ConsumerChoices choices;
    private final ConsumerRegistrations registrations;
    private final CachedSupplier<List<Insurer>> insurers;
    private final CachedSupplier<List<BusinessLine>> lines;
    private final ConsumerSettings settings;
    private final Clock clock;

    ReadNumberStatus(
            HolderAccessTemplate show,
            NumberHashes keyed,
            ReadNumberHistory histories,
            PastRegistrations past,
            ConsumerChoices choices,
            ConsumerRegistrations registrations,
            Insurers insurers,
            BusinessLines lines,
            ConsumerSettings settings,
            Clock clock) {
        this.show = show;
        this.keyed = keyed;
        this.histories = histories;
        this.past = past;
        this.choices = choices;
        this.registrations = registrations;
        this.insurers = new CachedSupplier<>(insurers::all);
        this.lines = new CachedSupplier<>(lines::all);
        this.settings = settings;
        this.clock = clock;
    }

    NumberStatus of(Mobile mobile) {
        List<InsurerCode> offered =
                insurers().stream().map(OfferedInsurer::code).toList();
        LocalDate today = BusinessTime.today(clock);
        return show.execute(mobile, "the holder views the registration", permit -> {
            NumberHistory history = histories.of(permit, mobile);
            DerivedBlocks blocks = history.asOf(Long.MAX_VALUE);
            Optional<Registration> last = history.lastRegistration(clock.instant());
            List<ConsumerRegistration> own = registrations.findBySubjects(
                    keyed.allHashes(mobile),
                    past.lastRelease(permit, mobile).map(Release::revision).orElse(0L));
            return new NumberStatus(
                    today,
                    eachLine(
                            today,
                            (insurer, line) ->
                                    new NumberStatus.OfInsurer(insurer, line.code(), block(blocks, line, today)),
                            row -> row.block().isPresent()
                                    || offered.contains(row.insurer().code())),
                    last.flatMap(registration -> chosenDays(registration, today)),
                    own,
                    // the newest registration comes first; operators may have registered another one since
                    own.stream()
                            .limit(1)
                            .filter(newest -> last.filter(
                                            any -> any.stamp().at().equals(newest.registeredAt()))
                                    .isPresent())
                            .anyMatch(newest -> endsSoon(newest, today)));
        });
    }

    private static Optional<Interval> chosenDays(Registration last, LocalDate today) {
        return last instanceof Registration.Choice choice && !choice.isCancellation()
                ? Optional.of(choice.interval()).filter(days -> days.expiresOn().isAfter(today))
                : Optional.empty();
    }

    private boolean endsSoon(ConsumerRegistration registration, LocalDate today) {
        return registration
                .block()
                .map(block -> block.days().expiresOn())
                .filter(end -> end.isAfter(today)
                        && !end.isAfter(today.plusDays(settings.remindBefore().toDays())))
                .isPresent();
    }

    /** Leaves out the complaints of an earlier holder of the number. */
    List<ConsumerCase> sinceRelease(Mobile mobile, List<ConsumerCase> complaints) {
        Optional<Instant> released = show.execute(
                mobile,
                "whether the number has changed hands since a complaint",
                permit -> past.lastRelease(permit, mobile).map(Release::at));
        return complaints.stream()
                .filter(complaint -> released.filter(
                                at -> !complaint.summary().openedAt().isAfter(at))
                        .isEmpty())
                .toList();
    }

    PlannedChange ifChosen(Mobile mobile, ConsumerChoice choice, Optional<LocalDate> renewedEnd) {
        List<InsurerCode> offered =
                insurers().stream().map(OfferedInsurer::code).toList();
        LocalDate today = BusinessTime.today(clock);
        return show.execute(mobile, "the holder looks at what a choice would change", permit -> {
            NumberHistory history = histories.of(permit, mobile);
            DerivedBlocks before = history.asOf(Long.MAX_VALUE);
            DerivedBlocks after = choices.ifChosen(history, choice, renewedEnd);
            return new PlannedChange(eachLine(
                    today,
                    (insurer, line) -> new PlannedChange.OfInsurer(
                            insurer, line.code(), block(before, line, today), block(after, line, today)),
                    row -> row.before().isPresent()
                            || offered.contains(row.insurer().code())));
        });
    }

    Interval daysOf(Term term) {
        return choices.previewBlock(term);
    }

    List<BusinessLine> lines() {
        return lines.get();
    }

    /** The insurers that can be chosen: with both agreements in force, and not left; suspended ones, too. */
    List<OfferedInsurer> insurers() {
        LocalDate today = BusinessTime.today(clock);
        return present()
                .filter(insurer -> insurer.agreements().areInForce(today))
                .map(insurer -> shown(insurer, today))
                .toList();
    }

    /** The insurers that have not left. Without agreements in force, one cannot be chosen, but its blocks bind it. */
    private Stream<Insurer> present() {
        return insurers.get().stream().filter(insurer -> insurer.departure().isEmpty());
    }

    private <T> List<T> eachLine(
            LocalDate today, BiFunction<OfferedInsurer, LineParticipation, T> what, Predicate<T> isShown) {
        return present()
                .flatMap(insurer -> {
                    OfferedInsurer shown = shown(insurer, today);
                    return insurer.linesOn(today).stream().map(line -> what.apply(shown, line));
                })
                .filter(isShown)
                .toList();
    }

    private static OfferedInsurer shown(Insurer insurer, LocalDate today) {
        return new OfferedInsurer(
                insurer.code(),
                insurer.name(),
                insurer.openLinesOn(today).stream().map(LineParticipation::code).toList(),
                insurer.serviceNumber());
    }

    private static Optional<Interval> block(DerivedBlocks blocks, LineParticipation line, LocalDate today) {
        return blocks.of(line).filter(block -> block.isListedOn(today));
    }
}
