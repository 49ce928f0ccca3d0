package jinbo.consumer.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** Records in the database which gateways fail, for all processes: at each change, and else once a minute. */
public final class FailingGateways implements ShortMessages.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(FailingGateways.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** A success in this process does not delete a failure that another process has recorded within this time. */
    private static final Duration OF_ANOTHER = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Gateways gateways;
    private final Clock clock;
    private final Map<String, GatewayState> states = new ConcurrentHashMap<>();

    FailingGateways(JdbcClient jdbc, Gateways gateways, Clock clock) {
        this.jdbc = jdbc;
        this.gateways = gateways;
        this.clock = clock;
    }

    /** A gateway that has failed at each attempt since a time. */
    public record Failing(String name, Instant since) {}

    /** What this process knows of a gateway; {@code unsaved} counts the results that are not in the database yet. */
    private record GatewayState(boolean isTaken, Instant savedAt, long unsaved) {}

    /** Finds the gateways that have failed since {@code before} or longer, and {@code tries} times or more. */
    public List<Failing> since(Instant before, int tries) {
        return jdbc.sql(
                        "select gateway as name, since from gateway_failing where gateway = any (?) and since <= ? and tries >= ?"
                                + " order by gateway")
                .params(gateways.names().toArray(String[]::new), before.atOffset(ZoneOffset.UTC), tries)
                .query(Failing.class)
                .list();
    }

    @Override
    public void onResult(String gateway, boolean isTaken) {
        Instant now = clock.instant();
        GatewayState before = states.getOrDefault(gateway, new GatewayState(true, Instant.EPOCH, 0));
        boolean isChange = before.isTaken() != isTaken;
        long unsaved = isChange ? 1 : before.unsaved() + 1;
        boolean isDue = isChange || !before.savedAt().plus(PAUSE).isAfter(now);
        states.put(gateway, new GatewayState(isTaken, isDue ? now : before.savedAt(), isDue ? 0 : unsaved));
        if (isDue) {
            save(gateway, isTaken, isTaken && isChange ? now : now.minus(OF_ANOTHER), now, unsaved);
        }
    }

    /** A failure to record must not affect the message. */
    private void save(String gateway, boolean isTaken, Instant triedBy, Instant now, long tries) {
        try {
            if (isTaken) {
                jdbc.sql("delete from gateway_failing where gateway = ? and tried_at <= ?")
                        .params(gateway, triedBy.atOffset(ZoneOffset.UTC))
                        .update();
            } else {
                OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
                jdbc.sql("""
                        insert into gateway_failing as f (gateway, since, tried_at, tries) values (?, ?, ?, ?)
                        on conflict (gateway) do update set tried_at = excluded.tried_at, tries = f.tries + excluded.tries
                        """).params(gateway, at, at, tries).update();
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("How it goes with the gateway {} cannot be noted now", gateway, e);
        }
    }
}
