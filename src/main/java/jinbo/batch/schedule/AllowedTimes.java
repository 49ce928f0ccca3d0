package jinbo.batch.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** @param windows allowed times; empty for any time */
record AllowedTimes(List<TimeWindow> windows, List<TimeWindow> downtimes) {

    /** Usually few windows adjoin; a hundred are a setting that allows nothing. */
    private static final int STEPS = 100;

    AllowedTimes {
        windows = List.copyOf(windows);
        downtimes = List.copyOf(downtimes);
    }

    /** The first allowed moment at or after an instant; empty if there is none. */
    Optional<Instant> from(Instant instant) {
        Optional<Instant> at = Optional.of(instant);
        for (int step = 0; step < STEPS && at.isPresent(); step++) {
            Instant looked = at.get();
            Optional<Instant> moved = later(looked);
            if (moved.equals(at)) {
                return at;
            }
            at = moved;
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
