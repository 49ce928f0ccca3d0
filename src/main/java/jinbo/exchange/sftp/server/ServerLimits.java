package jinbo.exchange.sftp.server;

import java.time.Duration;

/**
 * Limits for clients of the embedded server.
 *
 * @param login timeout of a login
 * @param idle timeout of an idle connection
 * @param connections limit of unauthenticated connections, and separately of sessions of insurers
 * @param connectionsOfAnAddress the same for each address
 * @param refusedKeys limit of refused keys for each address within {@link #REFUSED_WITHIN}
 */
public record ServerLimits(
        Duration login, Duration idle, int connections, int connectionsOfAnAddress, int refusedKeys) {

    static final Duration REFUSED_WITHIN = Duration.ofMinutes(1);

    public static final ServerLimits DEFAULT =
            new ServerLimits(Duration.ofSeconds(30), Duration.ofMinutes(5), 256, 128, 100);

    public ServerLimits {
        if (login.isNegative() || login.isZero() || idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException("A time-out of the embedded server must be longer than zero");
        }
        if (connections < 1 || connectionsOfAnAddress < 1 || refusedKeys < 1) {
            throw new IllegalArgumentException("A limit of the embedded server must be 1 or more");
        }
    }
}
