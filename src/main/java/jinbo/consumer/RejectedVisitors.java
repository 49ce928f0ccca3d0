package jinbo.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts for monitoring how many visitors of the portal were rejected because of overload or failures. */
@Component
public record RejectedVisitors(JdbcClient jdbc, Clock clock) {

    private static final Duration KEPT = Duration.ofDays(1);

    /** A limit for one report, because a remote portal may report any value. */
    private static final int MOST_AT_ONCE = 1_000_000;

    void add(int visitors) {
        Instant now = clock.instant();
        if (visitors > 0) {
            jdbc.sql("insert into visitors_turned_away (at, visitors) values (?, ?)")
                    .params(now.atOffset(ZoneOffset.UTC), Math.min(visitors, MOST_AT_ONCE))
                    .update();
        }
        jdbc.sql("delete from visitors_turned_away where at < ?")
                .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    public long since(Instant time) {
        return jdbc.sql("select coalesce(sum(visitors), 0) from visitors_turned_away where at >= ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
