package jinbo.job;

import java.time.Duration;
import jinbo.drop.DropTimeouts;
import jinbo.drop.ServerLimits;
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
 * @param embedded what clients may take of the embedded server
 */
@ConfigurationProperties(prefix = "jinbo.drop", ignoreUnknownFields = false)
record DropSettings(
        Duration connectWithin,
        Duration loginWithin,
        Duration answerWithin,
        DataSize minimumThroughput,
        Duration mayBeSlowFor,
        Embedded embedded) {

    /**
     * @throws IllegalArgumentException if one is not more than nothing
     */
    DropSettings {
        new DropTimeouts(connectWithin, loginWithin, answerWithin, minimumThroughput.toBytes(), mayBeSlowFor);
    }

    DropTimeouts timeouts() {
        return new DropTimeouts(connectWithin, loginWithin, answerWithin, minimumThroughput.toBytes(), mayBeSlowFor);
    }

    /**
     * What clients may take of the embedded server.
     *
     * @param loginWithin until a client is let in
     * @param idleAfter after which a connection on which nothing happens is ended
     * @param connections on which nobody has logged in, in all; and again as many sessions of insurers
     * @param connectionsOfAnAddress the same, from one address
     * @param refusedKeysPerMinute keys that one address may show in vain
     */
    record Embedded(
            Duration loginWithin,
            Duration idleAfter,
            int connections,
            int connectionsOfAnAddress,
            int refusedKeysPerMinute) {

        Embedded {
            new ServerLimits(loginWithin, idleAfter, connections, connectionsOfAnAddress, refusedKeysPerMinute);
        }

        ServerLimits limits() {
            return new ServerLimits(loginWithin, idleAfter, connections, connectionsOfAnAddress, refusedKeysPerMinute);
        }
    }
}
