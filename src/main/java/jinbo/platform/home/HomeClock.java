package jinbo.platform.home;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Creates the clock of an installation: that of the machine, that of a demo, or one that a setting has stopped. */
public final class HomeClock {

    private HomeClock() {}

    /**
     * @param setting an ISO time with offset at which the clock stands
     * @param mayStand false for a shared database, which must not have a stopped clock
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

    /** Like {@link #of(Optional, boolean)}, but without a setting uses the clock of a demo, if there is one. */
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

    /** A clock that had the given time at {@code since}, an ISO time of the machine's clock, and runs since then. */
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
