package jinbo.exchange.sftp;

import java.time.Duration;

/**
 * How long a connection to a drop waits for each step, and in total ({@code slow}) for a server that is slower than
 * {@code bytesPerSecond}.
 */
public record DropTimeouts(Duration connect, Duration login, Duration answer, long bytesPerSecond, Duration slow) {

    /** Generous, because insurers' servers have slow networks and virus scanners. */
    public static final DropTimeouts DEFAULT =
            new DropTimeouts(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /** @throws IllegalArgumentException if a time is not positive: zero means "no timeout" to the SSH library */
    public DropTimeouts {
        for (Duration each : new Duration[] {connect, login, answer, slow}) {
            if (each.isZero() || each.isNegative()) {
                throw new IllegalArgumentException("A time-out of a drop must be longer than zero, not " + each);
            }
        }
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException(
                    "The least throughput of a drop must be a byte a second or more, not " + bytesPerSecond);
        }
    }

    public DropTimeouts(Duration connect, Duration login, Duration answer) {
        this(connect, login, answer, 64 * 1024, Duration.ofMinutes(5));
    }

    Duration forBytes(long bytes) {
        return Duration.ofNanos(Math.multiplyExact(bytes, 1_000_000_000L) / bytesPerSecond);
    }
}
