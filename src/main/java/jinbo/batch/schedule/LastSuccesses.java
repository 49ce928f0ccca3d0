package jinbo.batch.schedule;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds when runs last succeeded. */
@Component
public record LastSuccesses(JdbcClient jdbc) {

    /** Finds the last successes, each by an index lookup; keys without a success are left out. */
    public List<LastSuccess> of(List<RunKey> keys) {
        return jdbc.sql("""
                        select k.job, k.insurer, done.ended_at
                        from unnest(?::text[], ?::text[]) as k (job, insurer)
                        cross join lateral (
                            select ended_at from scheduled_run r
                            where r.job = k.job and coalesce(r.insurer, '') = k.insurer and r.outcome = 'DONE'
                            order by r.id desc limit 1) as done
                        """)
                .params(
                        keys.stream().map(RunKey::job).toArray(String[]::new),
                        keys.stream()
                                .map(key ->
                                        key.insurer().map(InsurerCode::value).orElse(""))
                                .toArray(String[]::new))
                .query((row, number) -> new LastSuccess(
                        new RunKey(
                                row.getString("job"),
                                Optional.of(row.getString("insurer"))
                                        .filter(code -> !code.isEmpty())
                                        .map(InsurerCode::new)),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public record LastSuccess(RunKey key, Instant at) {}
}
