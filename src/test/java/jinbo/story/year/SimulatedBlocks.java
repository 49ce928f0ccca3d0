package jinbo.story.year;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What counts, from consumers' words alone: rules 1, 2 and 4 of the design, in the plainest way. */
final class SimulatedBlocks {

    private static final int GRACE = 7;

    private final List<SimulatedChoice> words = new ArrayList<>();

    void say(SimulatedChoice word) {
        words.add(word);
    }

    /** What had been said until a moment comes to for an insurer; also what has not begun, or is over. */
    Optional<SimulatedBlock> of(long consumer, String insurer, LocalDateTime at) {
        Optional<SimulatedBlock> ban = Optional.empty();
        for (SimulatedChoice word : words) {
            if (word.consumer() == consumer && !word.at().isAfter(at)) {
                ban = word.names(insurer) ? Optional.of(named(word, ban)) : Optional.empty();
            }
        }
        return ban;
    }

    private static SimulatedBlock named(SimulatedChoice word, Optional<SimulatedBlock> before) {
        LocalDate said = word.at().toLocalDate();
        LocalDate from = ReferenceWorkdays.plus(said, GRACE).plusDays(1);
        LocalDate until = from.plusMonths(word.months());
        if (until.getDayOfMonth() != from.getDayOfMonth()) {
            until = until.plusDays(1);
        }
        return new SimulatedBlock(
                before.filter(ban -> !ban.isOver(said))
                        .map(SimulatedBlock::from)
                        .orElse(from),
                until);
    }
}
