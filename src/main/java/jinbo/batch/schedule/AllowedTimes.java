package jinbo.batch.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When runs of a job may begin: within the windows (at any time if there are none), outside the downtimes. */
record AllowedTimes(List<TimeWindow> windows, List<TimeWindow> downtimes) {

    /** The search ends after this many steps; so many windows and downtimes in a row are taken to allow no time. */
    private static final int STEPS = 100;

    AllowedTimes {
        windows = List.copyOf(windows);
        downtimes = List.copyOf(downtimes);
    }

    /** Returns the first allowed moment at or after an instant; empty if there is none. */
    Optional<Instant> from(Instant instant) {
        Optional<Instant> at = Optional.of(instant);
        for (int step = 0; step < STEPS && at.isPresent(); step++) {
            Instant candidate = at.get();
            Optional<Instant> next = later(candidate);
            if (next.equals(at)) {
                return at;
            }
            at = next;
        }
        return Optional.empty();
    }

    private Optional<Instant> later(Instant instant) {
        Optional<Instant> over = downtimes.stream()
                .flatMap(timeWindow -> timeWindow.endAround(instant).stream())
                .max(Instant::compareTo);
        if (over.isPresent()) {
            return over;
        }
        boolean open = windows.isEmpty()
                || windows.stream()
                        .anyMatch(timeWindow -> timeWindow.endAround(instant).isPresent());
        return open
                ? Optional.of(instant)
                : windows.stream()
                        .map(timeWindow -> timeWindow.beginAfter(instant))
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo);
    }

    AllowedTimes outside(List<TimeWindow> more) {
        return new AllowedTimes(
                windows, Stream.concat(downtimes.stream(), more.stream()).toList());
    }
}
