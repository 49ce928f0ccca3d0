package jinbo.platform.home;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Creates the clock of an installation: of the machine, of a demo, or stopped by a setting for a demonstration or a test. */
public final class HomeClock {

    private HomeClock() {}

    /**
     * @param setting an ISO instant with offset, such as {@code 2012-09-21T09:00:00+08:00}; empty for the machine's clock
     * @param mayStand false for a shared database, which must not have a stopped clock
     */
    public static Clock of(Optional<String> setting, boolean mayStand) {
        if (setting.isPresent() && !mayStand) {
            throw new IllegalArgumentException(
                    "jinbo.clock is for the embedded database; remove it, for other nodes share this database and its"
                            + " time");
        }
        return setting.<Clock>map(text -> Clock.fixed(parse("jinbo.clock", text), ZoneOffset.UTC))
                .orElseGet(Clock::systemUTC);
    }

    /** As {@link #of(Optional, boolean)}; without a setting, the home of a demo may have its own clock. */
    public static Clock of(Optional<String> setting, Home home, boolean mayStand) {
        Optional<Clock> demo =
                DemoClock.of(home).filter(own -> setting.isEmpty()).map(own -> own);
        if (demo.isPresent() && !mayStand) {
            throw new IllegalArgumentException(
                    "The home is a demo's with a clock of its own, which is for the embedded database; take another"
                            + " home");
        }
        return demo.orElseGet(() -> of(setting, mayStand));
    }

    /**
     * A clock that continues from the time of a stopped clock.
     *
     * @param since the machine's time at the start, an ISO instant with offset
     */
    public static Clock startingAt(Clock standing, String since) {
        return Clock.offset(Clock.systemUTC(), Duration.between(parse("jinbo.clock-since", since), standing.instant()));
    }

    private static Instant parse(String setting, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    setting + " is \"" + text
                            + "\"; an instant with offset is wanted, such as 2012-09-21T09:00:00+08:00",
                    e);
        }
    }
}
