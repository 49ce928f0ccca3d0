package jinbo.consumer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import jinbo.cases.Cases.ConsumerCase;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
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
import jinbo.registry.ReadNumberHistory;
import jinbo.registry.Registration;
import org.springframework.stereotype.Component;

/** Reads the registrations and blocks of a number for its holder, and previews what a choice would change. */
@Component
class ReadNumberStatus {

    private final HolderAccessTemplate show;
    private final NumberHashes keyed;
    private final ReadNumberHistory histories;
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
            ConsumerChoices choices,
            ConsumerRegistrations registrations,
            Insurers insurers,
            BusinessLines lines,
            ConsumerSettings settings,
            Clock clock) {
        this.show = show;
        this.keyed = keyed;
        this.histories = histories;
        this.choices = choices;
        this.registrations = registrations;
        this.insurers = new CachedSupplier<>(insurers::all);
        this.lines = new CachedSupplier<>(lines::all);
        this.settings = settings;
        this.clock = clock;
    }

    NumberStatus of(Mobile mobile) {
        List<Insurer> offered = offered();
        LocalDate today = BusinessTime.today(clock);
        return show.execute(mobile, "the holder views the registration", permit -> {
            NumberHistory history = histories.of(permit, mobile);
            DerivedBlocks blocks = history.asOf(Long.MAX_VALUE);
            List<ConsumerRegistration> own =
                    registrations.findBySubjects(keyed.allHashes(mobile), history.releaseRevision());
            return new NumberStatus(
                    today,
                    eachLine(
                            offered,
                            today,
                            (insurer, line) ->
                                    new NumberStatus.OfInsurer(insurer, line.code(), block(blocks, line, today))),
                    history.lastRegistration(clock.instant()).flatMap(last -> chosenDays(last, today)),
                    own,
                    // the newest registration comes first
                    own.stream().limit(1).anyMatch(last -> endsSoon(last, today)));
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
                permit -> histories.of(permit, mobile).releasedAt());
        return complaints.stream()
                .filter(complaint -> released.filter(
                                at -> !complaint.summary().openedAt().isAfter(at))
                        .isEmpty())
                .toList();
    }

    PlannedChange ifChosen(Mobile mobile, ConsumerChoice choice, Optional<LocalDate> renewedEnd) {
        List<Insurer> offered = offered();
        LocalDate today = BusinessTime.today(clock);
        return show.execute(mobile, "the holder looks at what a choice would change", permit -> {
            NumberHistory history = histories.of(permit, mobile);
            DerivedBlocks before = history.asOf(Long.MAX_VALUE);
            DerivedBlocks after = choices.ifChosen(history, choice, renewedEnd);
            return new PlannedChange(eachLine(
                    offered,
                    today,
                    (insurer, line) -> new PlannedChange.OfInsurer(
                            insurer, line.code(), block(before, line, today), block(after, line, today))));
        });
    }

    Interval daysOf(Term term) {
        return choices.previewBlock(term);
    }

    List<BusinessLine> lines() {
        return lines.get();
    }

    List<OfferedInsurer> insurers() {
        LocalDate today = BusinessTime.today(clock);
        return offered().stream().map(insurer -> shown(insurer, today)).toList();
    }

    /** Returns the insurers with both agreements in force, including suspended ones, without those that have left. */
    private List<Insurer> offered() {
        LocalDate today = BusinessTime.today(clock);
        return insurers.get().stream()
                .filter(insurer -> insurer.departure().isEmpty())
                .filter(insurer -> insurer.agreements().areInForce(today))
                .toList();
    }

    private static <T> List<T> eachLine(
            List<Insurer> offered, LocalDate today, BiFunction<OfferedInsurer, LineParticipation, T> what) {
        return offered.stream()
                .flatMap(insurer -> {
                    OfferedInsurer shown = shown(insurer, today);
                    return insurer.linesOn(today).stream().map(line -> what.apply(shown, line));
                })
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
