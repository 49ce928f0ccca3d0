package jinbo.operator.console;

import java.time.Duration;
import java.time.Instant;

/**
 * A time as pages show it, with how far it is from now.
 *
 * @param at the time; a dash where there is none
 * @param distance message for the distance, without {@code time.}; nothing where there is none
 * @param amount of minutes, hours or days
 */
public record When(String at, String distance, long amount) {

    private static final long HOUR = 60;
    private static final long DAY = 24 * HOUR;

    static When of(String at, Instant time, Instant now) {
        Duration since = Duration.between(time, now);
        long minutes = since.abs().toMinutes();
        if (minutes < 1) {
            return new When(at, "now", 0);
        }
        String direction = since.isNegative() ? "in." : "ago.";
        return minutes < HOUR
                ? new When(at, direction + "minutes", minutes)
                : minutes < 2 * DAY
                        ? new When(at, direction + "hours", minutes / HOUR)
                        : new When(at, direction + "days", minutes / DAY);
    }

    static When of(Instant time, Instant now) {
        return of(PageFormat.time(time), time, now);
    }
}
