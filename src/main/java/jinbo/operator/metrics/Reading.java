package jinbo.operator.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All figures as they were read at once.
 *
 * @param at when, by the program's clock
 * @param age how long ago that is by now
 * @param samples those that could be read
 * @param unread what could not
 */
public record Reading(Instant at, Duration age, List<Sample> samples, Set<String> unread) {

    public Reading {
        samples = List.copyOf(samples);
        unread = Set.copyOf(unread);
    }

    /** Those of a figure. */
    public Stream<Sample> of(Figure figure) {
        return samples.stream().filter(sample -> sample.figure() == figure);
    }

    /** The largest of a figure; 0 if there is none. */
    public double most(Figure figure) {
        return of(figure).mapToDouble(Sample::value).max().orElse(0);
    }

    /** Whether the database has answered all that it was asked. */
    public boolean isWhole() {
        return unread.isEmpty();
    }

    Reading aged(Duration by) {
        return new Reading(at, by, samples, unread);
    }
}
