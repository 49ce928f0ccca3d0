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

/** Records failing gateways in the database, on changes and otherwise once a minute, for all processes. */
public final class FailingGateways implements ShortMessages.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(FailingGateways.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** For this time a failure in another process outweighs a success here. */
    private static final Duration OF_ANOTHER = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Gateways gateways;
    private final Clock clock;
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    FailingGateways(JdbcClient jdbc, Gateways gateways, Clock clock) {
        this.jdbc = jdbc;
        this.gateways = gateways;
        this.clock = clock;
    }

    /** @param since the first failure */
    public record Failing(String name, Instant since) {}

    /** @param notNoted failures that are not recorded yet */
    private record Turn(boolean isTaken, Instant notedAt, long notNoted) {}

    /**
     * @param before the latest first failure
     * @param tries the least count of failures
     */
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
        Turn before = turns.getOrDefault(gateway, new Turn(true, Instant.EPOCH, 0));
        boolean isTurn = before.isTaken() != isTaken;
        long notNoted = isTurn ? 1 : before.notNoted() + 1;
        boolean isDue = isTurn || !before.notedAt().plus(PAUSE).isAfter(now);
        turns.put(gateway, new Turn(isTaken, isDue ? now : before.notedAt(), isDue ? 0 : notNoted));
        if (isDue) {
            note(gateway, isTaken, isTaken && isTurn ? now : now.minus(OF_ANOTHER), now, notNoted);
        }
    }

    /** A failure to record must not affect the message. */
    private void note(String gateway, boolean isTaken, Instant triedBy, Instant now, long tries) {
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
