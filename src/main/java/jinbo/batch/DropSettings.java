package jinbo.batch;

import java.time.Duration;
import jinbo.exchange.sftp.DropTimeouts;
import jinbo.exchange.sftp.server.EmbeddedSftpServer.ServerLimits;
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
 * @param embedded where the embedded server is, and what clients may take of it
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

    /** @throws IllegalArgumentException if one is not more than nothing */
    DropSettings {
        new DropTimeouts(connectWithin, loginWithin, answerWithin, minimumThroughput.toBytes(), mayBeSlowFor);
    }

    DropTimeouts timeouts() {
        return new DropTimeouts(connectWithin, loginWithin, answerWithin, minimumThroughput.toBytes(), mayBeSlowFor);
    }

    /**
     * Where the embedded server is, and what clients may take of it.
     *
     * @param port at which {@code serve} has it; 0 for any that is free. Other commands have it for themselves, at any
     * @param loginWithin until a client is let in
     * @param idleAfter after which a connection on which nothing happens is ended
     * @param connections on which nobody has logged in, in all; and again as many sessions of insurers
     * @param connectionsOfAnAddress the same, from one address
     * @param refusedKeysPerMinute keys that one address may show in vain
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
