package jinbo.registry.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.BlockRevisionRange;
import jinbo.registry.Interval;
import jinbo.registry.NumberHistory;

/**
 * What the lists of an insurer say of one number in one line of business; it is stored nowhere, and follows from the
 * registrations that a list shows.
 *
 * @param insurer in which line
 * @param ranges what counted, by revision
 */
record LineContent(LineParticipation insurer, List<BlockRevisionRange> ranges) {

    static LineContent of(LineParticipation insurer, NumberHistory history) {
        return new LineContent(insurer, history.blockRevisionsFor(insurer));
    }

    /**
     * What a list says.
     *
     * @param revision of the registry that it shows
     * @param asOf the moment that it speaks of
     * @return empty where the number does not stand on it in this line, or it does not tell of the line
     */
    Optional<Interval> at(long revision, Instant asOf) {
        return due(
                ranges.stream()
                        .filter(block -> block.from() <= revision && revision < block.until())
                        .map(BlockRevisionRange::block)
                        .findFirst(),
                asOf);
    }

    /** What a list says of a block: nothing, once it is over, or while the insurer does not sell the line. */
    Optional<Interval> due(Optional<Interval> block, Instant asOf) {
        LocalDate day = BusinessTime.dateOf(asOf);
        return block.filter(own -> insurer.holds(day) && own.isListedOn(day));
    }
}
