package jinbo.story.year;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What counts, from consumers' words alone: rules 1, 2 and 4 of docs/rules.md, in the plainest way. */
final class SimulatedBlocks {

    private static final int GRACE = 7;

    private final List<SimulatedChoice> simulatedChoices = new ArrayList<>();

    void say(SimulatedChoice simulatedChoice) {
        simulatedChoices.add(simulatedChoice);
    }

    /** What had been said until a moment comes to for an insurer; also what has not begun, or is over. */
    Optional<Block> of(long consumer, String insurer, LocalDateTime at) {
        Optional<Block> simulatedBlock = Optional.empty();
        for (SimulatedChoice simulatedChoice : simulatedChoices) {
            if (simulatedChoice.consumer() == consumer && !simulatedChoice.at().isAfter(at)) {
                simulatedBlock = simulatedChoice.names(insurer)
                        ? Optional.of(named(simulatedChoice, simulatedBlock))
                        : Optional.empty();
            }
        }
        return simulatedBlock;
    }

    private static Block named(SimulatedChoice simulatedChoice, Optional<Block> before) {
        LocalDate said = simulatedChoice.at().toLocalDate();
        LocalDate from = ReferenceWorkdays.plus(said, GRACE).plusDays(1);
        LocalDate until = from.plusMonths(simulatedChoice.months());
        if (until.getDayOfMonth() != from.getDayOfMonth()) {
            until = until.plusDays(1);
        }
        return new Block(
                before.filter(simulatedBlock -> !simulatedBlock.isOver(said))
                        .map(Block::from)
                        .orElse(from),
                until);
    }

    /**
     * For one number and one insurer.
     *
     * @param from the first day
     * @param until the first day after it
     */
    record Block(LocalDate from, LocalDate until) {

        boolean isOver(LocalDate day) {
            return !day.isBefore(until);
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !isOver(day);
        }
    }
}
