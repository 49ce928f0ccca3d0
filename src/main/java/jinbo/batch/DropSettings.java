package jinbo.batch;

import java.time.Duration;
import jinbo.exchange.sftp.DropTimeouts;
import jinbo.exchange.sftp.server.ServerLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Timeouts and minimum speed for insurers' servers, and the settings of the embedded server.
 *
 * @param connectWithin time until the TCP connection is established
 * @param loginWithin time for key exchange and authentication
 * @param answerWithin time for a response, and for a network without traffic
 * @param minimumThroughput bytes a second of a file or listing in either direction
 * @param mayBeSlowFor time in one connection that a server may be slower than this, or than one response a second
 */
@ConfigurationProperties(prefix = "jinbo.drop", ignoreUnknownFields = false)
record DropSettings(
        Duration connectWithin,
        Duration loginWithin,
        Duration answerWithin,
        DataSize minimumThroughput,
        Duration mayBeSlowFor,
        Embedded embedded) {

    private static final int HIGHEST_PORT = 65_535;

    DropSettings {
        new DropTimeouts(connectWithin, loginWithin, answerWithin, minimumThroughput.toBytes(), mayBeSlowFor);
    }

    DropTimeouts timeouts() {
        return new DropTimeouts(connectWithin, loginWithin, answerWithin, minimumThroughput.toBytes(), mayBeSlowFor);
    }

    /**
     * @param port port of {@code serve}, 0 for any free one; other commands always use a free one
     * @param loginWithin time for a client to authenticate
     * @param connections limit of unauthenticated connections, and separately of insurers' sessions
     * @param connectionsOfAnAddress the same limit for one address
     * @param refusedKeysPerMinute rejected keys that one address may offer
     */
    record Embedded(
            int port,
            Duration loginWithin,
            Duration idleAfter,
            int connections,
            int connectionsOfAnAddress,
            int refusedKeysPerMinute) {

        Embedded {
            if (port < 0 || port > HIGHEST_PORT) {
                throw new IllegalArgumentException("The embedded server's port is 0 to " + HIGHEST_PORT);
            }
            new ServerLimits(loginWithin, idleAfter, connections, connectionsOfAnAddress, refusedKeysPerMinute);
        }

        ServerLimits limits() {
            return new ServerLimits(loginWithin, idleAfter, connections, connectionsOfAnAddress, refusedKeysPerMinute);
        }
    }
}
