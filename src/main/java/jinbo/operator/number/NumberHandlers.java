package jinbo.operator.number;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.operator.OperatorError;
import jinbo.operator.OperatorException;
import jinbo.operator.number.NumberLookedUp.RegistrationSheet;
import jinbo.operator.number.NumberOperations.CancelChoice;
import jinbo.operator.number.NumberOperations.ChangeChoice;
import jinbo.operator.number.NumberOperations.Choice;
import jinbo.operator.number.NumberOperations.LookUp;
import jinbo.operator.number.NumberOperations.NamedInsurer;
import jinbo.operator.number.NumberOperations.RegisterChoice;
import jinbo.operator.number.NumberOperations.ReleaseNumber;
import jinbo.operator.number.NumberOperations.ShowNumber;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.business.LineException;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.Region;
import jinbo.reference.phone.Segments;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.Interval;
import jinbo.registry.history.LookUpNumber;
import jinbo.registry.history.NumberKnowledge;
import jinbo.registry.history.ShowCurrentBlocks;
import jinbo.registry.history.ShowCurrentBlocks.CurrentBlocks;

/** Carries out the {@link NumberOperations}. */
@OperationHandlers
record NumberHandlers(
        ConsumerChoices choices,
        ShowCurrentBlocks current,
        LookUpNumber lookUp,
        Segments segments,
        BusinessLines lines,
        Insurers insurers,
        Clock clock) {

    @Previews
    Outline would(RegisterChoice input) {
        return would("register", input);
    }

    @Previews
    Outline would(ChangeChoice input) {
        return would("change", input);
    }

    private Outline would(String key, Choice input) {
        input.number().known().ifPresent(this::requireAccepted);
        ConsumerChoice choice = read(input);
        Interval block = choices.previewBlock(choice.term());
        return Outline.of(key, String.join(", ", names(choice)), block.effectiveOn(), block.expiresOn());
    }

    @Handles
    RegistrationResult register(RegisterChoice input, Actor by) {
        return choose("registered", input, by);
    }

    @Handles
    RegistrationResult change(ChangeChoice input, Actor by) {
        return choose("changed", input, by);
    }

    private RegistrationResult choose(String done, Choice input, Actor by) {
        Mobile mobile = input.number().mobile();
        Region region = requireAccepted(mobile);
        ConsumerChoice choice = read(input);
        boolean knownBefore = isKnown(mobile, input.reason(), by);
        ConsumerChoices.Result result =
                choices.choose(mobile, choice, by, input.reason().text());
        return RegistrationResult.of(done, knownBefore, Optional.of(choice), result, region == Region.UNKNOWN);
    }

    @Previews
    Outline would(CancelChoice input) {
        return Outline.of("cancel");
    }

    @Handles
    RegistrationResult cancel(CancelChoice input, Actor by) {
        Mobile mobile = input.number().mobile();
        boolean knownBefore = isKnownOrRequireAccepted(mobile, input.reason(), by);
        ConsumerChoices.Result result = choices.choose(
                mobile, ConsumerChoice.nobody(), by, input.reason().text());
        return RegistrationResult.of("cancelled", knownBefore, Optional.empty(), result, false);
    }

    @Previews
    Outline would(ReleaseNumber input) {
        return Outline.of("release");
    }

    @Handles
    RegistrationResult release(ReleaseNumber input, Actor by) {
        Mobile mobile = input.number().mobile();
        boolean knownBefore = isKnownOrRequireAccepted(mobile, input.reason(), by);
        ConsumerChoices.Result result =
                choices.release(mobile, by, input.reason().text());
        return RegistrationResult.of("released", knownBefore, Optional.empty(), result, false);
    }

    /** True if the number has registrations: these can be ended even if its segment has left the region. */
    private boolean isKnownOrRequireAccepted(Mobile mobile, AccessPurpose reason, Actor by) {
        boolean known = isKnown(mobile, reason, by);
        if (!known) {
            requireAccepted(mobile);
        }
        return known;
    }

    /** Accepts, as for uploads, only numbers of the region or of unknown segments (rule 6 of {@code docs/rules.md}). */
    private Region requireAccepted(Mobile mobile) {
        Region region = segments.current().regionOf(mobile);
        if (region == Region.ELSEWHERE) {
            throw new OperatorException(OperatorError.MOBILE_NOT_BEIJING);
        }
        return region;
    }

    private boolean isKnown(Mobile mobile, AccessPurpose reason, Actor by) {
        return current.of(mobile, by, reason.text()).isKnown();
    }

    @Handles
    NumberSheet show(ShowNumber input, Actor by) {
        return NumberSheet.of(
                current.of(input.number().mobile(), by, input.reason().text()));
    }

    @Handles
    NumberLookedUp lookUp(LookUp input, Actor by) {
        return NumberLookedUp.of(lookUp.of(
                input.number().mobile(),
                input.insurer(),
                input.at().map(Moment::begin),
                by,
                input.reason().text()));
    }

    /**
     * @throws LineException if a line does not exist or is not open
     * @throws jinbo.participant.insurer.InsurerException if an insurer does not exist or does not sell the line
     */
    private ConsumerChoice read(Choice choice) {
        LocalDate today = BusinessTime.today(clock);
        choice.line().forEach(line -> lines.getOpen(line, today));
        return new ConsumerChoice(
                Set.copyOf(choice.line()),
                choice.insurer().stream().flatMap(insurer -> on(insurer, today)).collect(Collectors.toSet()),
                choice.term().term());
    }

    private Stream<InsurerLine> on(NamedInsurer named, LocalDate today) {
        if (named.line().isPresent()) {
            lines.getOpen(named.line().get(), today);
            InsurerLine sold = new InsurerLine(named.code(), named.line().get());
            return Stream.of(insurers.getSold(sold, today).name());
        }
        Insurer insurer = insurers.get(named.code());
        List<LineParticipation> open = insurer.openLinesOn(today);
        if (open.isEmpty()) {
            throw LineException.notOpen(insurer.linesOn(today).get(0).line(), today);
        }
        return open.stream().map(LineParticipation::name);
    }

    private static List<String> names(ConsumerChoice choice) {
        return Stream.concat(
                        choice.lines().stream().sorted(),
                        choice.insurers().stream().sorted())
                .map(Object::toString)
                .toList();
    }

    /**
     * The result of a registration, without the number.
     *
     * @param insurers the insurers, each in one line, that must not call, besides all those of {@code businessLines}
     * @param effectiveOn the first day of the block, for insurers that were not blocked before
     */
    record RegistrationResult(
            String done,
            boolean knownBefore,
            long revision,
            Instant registeredAt,
            List<LineCode> businessLines,
            List<InsurerLine> insurers,
            Optional<String> term,
            Optional<LocalDate> effectiveOn,
            Optional<LocalDate> expiresOn,
            boolean segmentUnknown) {

        static RegistrationResult of(
                String done,
                boolean knownBefore,
                Optional<ConsumerChoice> choice,
                ConsumerChoices.Result result,
                boolean segmentUnknown) {
            Optional<Interval> block = choice.flatMap(any -> result.block());
            return new RegistrationResult(
                    done,
                    knownBefore,
                    result.revision(),
                    result.registeredAt(),
                    choice.map(ConsumerChoice::lines).stream()
                            .flatMap(Set::stream)
                            .sorted()
                            .toList(),
                    choice.map(ConsumerChoice::insurers).stream()
                            .flatMap(Set::stream)
                            .sorted()
                            .toList(),
                    choice.map(any -> any.term().text()),
                    block.map(Interval::effectiveOn),
                    block.map(Interval::expiresOn),
                    segmentUnknown);
        }

        @Derived
        List<String> names() {
            return Stream.concat(businessLines.stream(), insurers.stream())
                    .map(Object::toString)
                    .toList();
        }

        @Derived
        boolean replaces() {
            return knownBefore && effectiveOn.isPresent();
        }
    }

    record NumberSheet(
            Instant at,
            NumberKnowledge knowledge,
            List<RegisteredBlock> blocks,
            Optional<RegistrationSheet> lastRegistration) {

        record RegisteredBlock(
                LineCode businessLine,
                Optional<InsurerCode> insurer,
                LocalDate effectiveOn,
                LocalDate expiresOn,
                State state) {

            enum State {
                PENDING,
                IN_FORCE,
                OVER
            }

            static RegisteredBlock of(LineCode line, Optional<InsurerCode> insurer, Interval block, LocalDate day) {
                State state = block.isOver(day) ? State.OVER : block.holds(day) ? State.IN_FORCE : State.PENDING;
                return new RegisteredBlock(line, insurer, block.effectiveOn(), block.expiresOn(), state);
            }
        }

        static NumberSheet of(CurrentBlocks standing) {
            LocalDate day = BusinessTime.dateOf(standing.at());
            return new NumberSheet(
                    standing.at(),
                    standing.knowledge(),
                    Stream.concat(
                                    standing.lines().stream()
                                            .map(of ->
                                                    RegisteredBlock.of(of.line(), Optional.empty(), of.block(), day)),
                                    standing.insurers().stream()
                                            .map(of -> RegisteredBlock.of(
                                                    of.insurer().line(),
                                                    Optional.of(of.insurer().insurer()),
                                                    of.block(),
                                                    day)))
                            .toList(),
                    standing.lastRegistration().map(RegistrationSheet::of));
        }

        /** True if there are registrations, but none by the holder of the number. */
        @Derived
        boolean holderSilent() {
            return knowledge == NumberKnowledge.KNOWN && lastRegistration.isEmpty();
        }

        /** True if there are registrations, but no blocks. */
        @Derived
        boolean unblocked() {
            return knowledge == NumberKnowledge.KNOWN && blocks.isEmpty();
        }
    }
}
