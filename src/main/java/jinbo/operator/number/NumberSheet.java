package jinbo.operator.number;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Derived;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.Interval;
import jinbo.registry.history.NumberKnowledge;
import jinbo.registry.history.ShowCurrentBlocks.CurrentBlocks;

/** The answer of {@code show}; it does not repeat the number. */
record NumberSheet(
        Instant at,
        NumberKnowledge knowledge,
        List<RegisteredBlock> blocks,
        Optional<RegistrationSheet> lastRegistration) {

    /**
     * @param businessLine for all its insurers but those with a block of their own
     * @param insurer or for this one in it
     * @param expiresOn the first day after it
     * @param state PENDING, IN_FORCE or OVER
     */
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
                                        .map(of -> RegisteredBlock.of(of.line(), Optional.empty(), of.block(), day)),
                                standing.insurers().stream()
                                        .map(of -> RegisteredBlock.of(
                                                of.insurer().line(),
                                                Optional.of(of.insurer().insurer()),
                                                of.block(),
                                                day)))
                        .toList(),
                standing.lastRegistration().map(RegistrationSheet::of));
    }

    /** Whether its holder has registered nothing, though others have. */
    @Derived
    boolean holderSilent() {
        return knowledge == NumberKnowledge.KNOWN && lastRegistration.isEmpty();
    }

    /** Whether nothing of what is known of it blocks anybody. */
    @Derived
    boolean unblocked() {
        return knowledge == NumberKnowledge.KNOWN && blocks.isEmpty();
    }
}
