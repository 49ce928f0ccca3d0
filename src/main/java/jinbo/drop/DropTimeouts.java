package jinbo.drop;

import java.time.Duration;

/**
 * How long a drop may keep us waiting.
 *
 * @param connect until the TCP connection stands
 * @param login until keys are exchanged and the account is let in
 * @param answer until a request is answered, and how long a line may be dead
 */
public record DropTimeouts(Duration connect, Duration login, Duration answer) {

    /** 15 seconds to connect, 30 to log in, 60 to answer: insurers' servers sit behind slow lines and virus scanners. */
    public static final DropTimeouts DEFAULT =
            new DropTimeouts(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /**
     * @throws IllegalArgumentException if one is not longer than nothing: zero would mean "for ever" to the SSH library
     */
    public DropTimeouts {
        for (Duration each : new Duration[] {connect, login, answer}) {
            if (each.isZero() || each.isNegative()) {
                throw new IllegalArgumentException("A time-out of a drop must be longer than zero, not " + each);
            }
        }
    }
}
