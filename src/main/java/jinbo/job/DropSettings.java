package jinbo.job;

import java.time.Duration;
import jinbo.drop.DropTimeouts;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long an insurer's server may keep us waiting.
 *
 * @param connectWithin until the TCP connection stands
 * @param loginWithin until keys are exchanged and the account is let in
 * @param answerWithin until a request is answered, and how long a line may be dead
 */
@ConfigurationProperties(prefix = "jinbo.drop", ignoreUnknownFields = false)
record DropSettings(Duration connectWithin, Duration loginWithin, Duration answerWithin) {

    /**
     * @throws IllegalArgumentException if one is not longer than nothing
     */
    DropSettings {
        new DropTimeouts(connectWithin, loginWithin, answerWithin);
    }

    DropTimeouts timeouts() {
        return new DropTimeouts(connectWithin, loginWithin, answerWithin);
    }
}
