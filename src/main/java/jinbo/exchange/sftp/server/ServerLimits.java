package jinbo.exchange.sftp.server;

import java.time.Duration;

/**
 * How much clients of the embedded server may take of it.
 *
 * @param login until a client is let in
 * @param idle after which a connection on which nothing happens is ended
 * @param connections on which nobody has logged in, in all; and again as many sessions of insurers
 * @param connectionsOfAnAddress the same, from one address
 * @param refusedKeys keys that one address may show in vain within {@link #REFUSED_WITHIN}
 */
public record ServerLimits(
        Duration login, Duration idle, int connections, int connectionsOfAnAddress, int refusedKeys) {

    /** The time in which keys that were shown in vain are counted. */
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
