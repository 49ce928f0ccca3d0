package jinbo.cases.sanction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.reference.business.LineCode;

/**
 * Ladders of which the later take the place of the earlier: they are about the same, and share a line of business, if only
 * through others. Each series is gone up by itself.
 */
record LadderSeries(SanctionLadder.Target about, List<SanctionLadder> ladders) {

    LadderSeries {
        ladders = List.copyOf(ladders);
    }

    /** The series that ladders make, in the order of the first ladder of each. */
    static List<LadderSeries> of(List<SanctionLadder> ladders) {
        List<SanctionLadder> left = new ArrayList<>(ladders);
        List<LadderSeries> all = new ArrayList<>();
        while (!left.isEmpty()) {
            SanctionLadder first = left.get(0);
            Set<LineCode> lines = new HashSet<>(first.lines());
            int reached;
            do {
                reached = lines.size();
                left.stream()
                        .filter(ladder -> ladder.isFor(first.about(), lines))
                        .forEach(ladder -> lines.addAll(ladder.lines()));
            } while (lines.size() > reached);
            LadderSeries series = new LadderSeries(
                    first.about(),
                    left.stream()
                            .filter(ladder -> ladder.isFor(first.about(), lines))
                            .toList());
            left.removeAll(series.ladders);
            all.add(series);
        }
        return all;
    }

    /** The ladder for a case, by its lines and the day of the call; of two from the same day the one written first. */
    Optional<SanctionLadder> on(AttributedCase counted) {
        return ladders.stream()
                .filter(ladder -> ladder.isFor(counted.subject().about(), counted.lines())
                        && !counted.calledOn().isBefore(ladder.callsFrom()))
                .max(Comparator.comparing(SanctionLadder::callsFrom));
    }
}
