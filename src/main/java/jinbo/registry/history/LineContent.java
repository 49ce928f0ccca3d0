package jinbo.registry.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.BlockRevisionRange;
import jinbo.registry.Interval;
import jinbo.registry.NumberHistory;

/**
 * What the lists of an insurer say of one number in one line of business; it is stored nowhere, and follows from the
 * registrations that a list shows.
 */
record LineContent(LineParticipation insurer, List<BlockRevisionRange> ranges) {

    static LineContent of(LineParticipation insurer, NumberHistory history) {
        return new LineContent(insurer, history.blockRevisionsFor(insurer));
    }

    /** @return empty where the number does not stand on it in this line, or it does not tell of the line */
    Optional<Interval> at(long revision, Instant asOf) {
        return due(
                        ranges.stream()
                                .filter(block -> block.from() <= revision && revision < block.until())
                                .map(BlockRevisionRange::block)
                                .findFirst(),
                        asOf)
                .filter(told -> tells(asOf));
    }

    /** What a list that tells of the line says of a block: nothing, once it is over. */
    static Optional<Interval> due(Optional<Interval> block, Instant asOf) {
        return block.filter(own -> own.isListedOn(BusinessTime.dateOf(asOf)));
    }

    /** Whether a list tells of the line: the insurer sells it on that day. */
    private boolean tells(Instant asOf) {
        return insurer.holds(BusinessTime.dateOf(asOf));
    }

    /**
     * The lists that say what the insurer knows on a day: all, or, if it does not sell the line on that day, those up to the
     * last that told of it. Later lists leave the line out, and take nothing back.
     *
     * @param newestFirst until that day
     */
    <T> Stream<T> knownOn(LocalDate day, Stream<T> newestFirst, Function<T, Instant> asOf) {
        return insurer.holds(day) ? newestFirst : newestFirst.dropWhile(list -> !tells(asOf.apply(list)));
    }
}
