package jinbo.job;

import java.time.Duration;
import jinbo.drop.DropTimeouts;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How long an insurer's server may keep us waiting.
 *
 * @param connectWithin until the TCP connection stands
 * @param loginWithin until keys are exchanged and the account is let in
 * @param answerWithin until a request is answered, and how long a line may be dead
 * @param minimumThroughput how many bytes of a file or listing must go either way in a second
 * @param mayBeSlowFor how long in one connection a server may be slower than that, or than an answer a second
 */
@ConfigurationProperties(prefix = "jinbo.drop", ignoreUnknownFields = false)
record DropSettings(
        Duration connectWithin,
        Duration loginWithin,
        Duration answerWithin,
        DataSize minimumThroughput,
        Duration mayBeSlowFor) {

    /**
     * @throws IllegalArgumentException if one is not more than nothing
     */
    DropSettings {
        new DropTimeouts(connectWithin, loginWithin, answerWithin, minimumThroughput.toBytes(), mayBeSlowFor);
    }

    DropTimeouts timeouts() {
        return new DropTimeouts(connectWithin, loginWithin, answerWithin, minimumThroughput.toBytes(), mayBeSlowFor);
    }
}
