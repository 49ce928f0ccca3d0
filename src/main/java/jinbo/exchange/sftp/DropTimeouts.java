package jinbo.exchange.sftp;

import java.time.Duration;

/**
 * @param connect until the TCP connection stands
 * @param login until keys are exchanged and the account is let in
 * @param answer until a request is answered, and how long a line may be dead
 * @param bytesPerSecond how fast a transfer or listing goes at least; see {@link MinimumThroughput}
 * @param slow how long in one connection a server may be slower than that, or than an answer a second
 */
public record DropTimeouts(Duration connect, Duration login, Duration answer, long bytesPerSecond, Duration slow) {

    private static final long BYTES_PER_SECOND = 64 * 1024;
    private static final Duration SLOW = Duration.ofMinutes(5);

    /**
     * 15 seconds to connect, 30 to log in, 60 to answer: insurers' servers sit behind slow lines and virus scanners. 64 KiB a second, and five
     * minutes for all in which a server is slower.
     */
    public static final DropTimeouts DEFAULT =
            new DropTimeouts(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /**
     * @throws IllegalArgumentException if one is not longer than nothing: zero would mean "for ever" to the SSH library
     */
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
        this(connect, login, answer, BYTES_PER_SECOND, SLOW);
    }

    /** How long so many bytes may take. */
    Duration moving(long bytes) {
        return Duration.ofNanos(Math.multiplyExact(bytes, 1_000_000_000L) / bytesPerSecond);
    }
}
