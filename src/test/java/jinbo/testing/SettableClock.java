package jinbo.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** A clock that stands until a test moves it. */
public final class SettableClock extends Clock {

    private volatile Instant now;

    /** @param isoInstant with offset, for example {@code 2012-09-21T09:00:00+08:00} */
    public SettableClock(String isoInstant) {
        set(isoInstant);
    }

    /** Moves the clock to an instant. */
    public void set(String isoInstant) {
        now = OffsetDateTime.parse(isoInstant).toInstant();
    }

    /** Lets time pass. */
    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    /** Lets time pass in steps until a condition holds, at most for so long a real time. */
    public void passUntil(BooleanSupplier condition, Duration step, Duration limit) {
        Awaitility.await().atMost(limit).pollDelay(Duration.ZERO).until(() -> {
            boolean isMet = condition.getAsBoolean();
            if (!isMet) {
                pass(step);
            }
            return isMet;
        });
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
