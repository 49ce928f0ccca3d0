package jinbo.batch;

import java.time.Duration;
import jinbo.exchange.sftp.DropTimeouts;
import jinbo.exchange.sftp.server.EmbeddedSftpServer.ServerLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** The settings {@code jinbo.drop}, documented in {@code docs/operators/settings.md}. */
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
