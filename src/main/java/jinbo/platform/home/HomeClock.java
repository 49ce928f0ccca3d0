package jinbo.platform.home;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The clock an installation runs by: the machine's, a demo's own, or one that a setting has stopped for a demonstration or a test. */
public final class HomeClock {

    private HomeClock() {}

    /**
     * @param setting an ISO instant with offset, for example {@code 2012-09-21T09:00:00+08:00}; empty for the machine's clock
     * @param mayStand whether a clock that stands is allowed: never over a database that others share
     * @throws IllegalArgumentException if it is not such an instant, or a clock that stands is not allowed
     */
    public static Clock of(Optional<String> setting, boolean mayStand) {
        if (setting.isPresent() && !mayStand) {
            throw new IllegalArgumentException(
                    "jinbo.clock is only for the embedded database; remove it: other nodes share this database and its"
                            + " time");
        }
        return setting.<Clock>map(text -> Clock.fixed(parse("jinbo.clock", text), ZoneOffset.UTC))
                .orElseGet(Clock::systemUTC);
    }

    /**
     * The same in a home that may be a demo's, with a clock of its own, which counts unless there is a setting.
     *
     * @throws IllegalArgumentException as above, also for the demo's clock
     */
    public static Clock of(Optional<String> setting, Home home, boolean mayStand) {
        Optional<Clock> demo =
                DemoClock.of(home).filter(own -> setting.isEmpty()).map(own -> own);
        if (demo.isPresent() && !mayStand) {
            throw new IllegalArgumentException(
                    "The home belongs to a demo with its own clock, for the embedded database only; use another"
                            + " home");
        }
        return demo.orElseGet(() -> of(setting, mayStand));
    }

    /**
     * A clock that does not stand, but goes on from there at the pace of the machine's.
     *
     * @param since what the machine's clock told then, an ISO instant with offset
     * @throws IllegalArgumentException if it is no such instant
     */
    public static Clock startingAt(Clock standing, String since) {
        return Clock.offset(Clock.systemUTC(), Duration.between(parse("jinbo.clock-since", since), standing.instant()));
    }

    private static Instant parse(String setting, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    setting + " is \"" + text + "\"; write a time with offset, such as 2012-09-21T09:00:00+08:00", e);
        }
    }
}
