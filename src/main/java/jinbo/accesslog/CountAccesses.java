package jinbo.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts accesses up to a checkpoint, as in an export with that checkpoint, by the time of their begin entries. */
@Component
public record CountAccesses(LogTree tree, JdbcClient jdbc, PlatformTransactionManager transactions) {

    private static final int FETCH_ROWS = 1_000;

    /** Clocks of nodes differ, so a result may be older than its begin entry, by less than a day. */
    private static final String COUNTS = """
            select e.insurer, e.actor, e.role, e.confirmed_by, e.action, e.purpose,
                   count(*) filter (where e.phase = 'INTENT') as accesses,
                   coalesce(sum(r.numbers), 0)::bigint as numbers,
                   count(*) filter (where r.outcome = 'FAILED' or r.outcome like 'FAILED %') as failed,
                   count(*) filter (where e.phase = 'INTENT' and coalesce(r.outcome, :abandoned) = :abandoned)
                       as without_result,
                   count(*) filter (where e.phase = 'REFUSAL') as refusals
            from access_log_entry e
            join access_log_place p on p.entry = e.id and p.index < :size
            left join (select a.intent, a.outcome, a.numbers
                       from access_log_entry a
                       join access_log_place q on q.entry = a.id and q.index < :size
                       where a.phase = 'RESULT' and a.at >= :from::timestamptz - interval '1 day') r
                   on r.intent = e.id
            where e.phase in ('INTENT', 'REFUSAL')
              and e.at >= :from::timestamptz and e.at < :until::timestamptz
              and (:insurer::text is null or e.insurer = :insurer)
              -- what binds a record to the log is no access of its own
              and not (e.action = 'DECIDE' and starts_with(coalesce(r.outcome, ''), 'RECORDED '))
            group by e.insurer, e.actor, e.role, e.confirmed_by, e.action, e.purpose
            order by e.insurer collate "C" nulls last, e.actor collate "C", e.role, e.confirmed_by collate "C" nulls first,
                     e.action, e.purpose collate "C"
            """;

    /**
     * Signs the head up to which {@link #count} counts.
     *
     * @throws AccessLogAlarmException if the log does not continue its signed head
     */
    public LogTree.SignedTreeHead head() {
        return tree.signedHead();
    }

    /** Streams the counts by insurer, those without one last; {@code until} is exclusive. */
    public void count(
            LogTree.SignedTreeHead head,
            Instant from,
            Instant until,
            Optional<String> insurer,
            Consumer<Stream<AccessCount>> counts) {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        // without a transaction, the driver ignores the fetch size
        reading.executeWithoutResult(status -> {
            try (Stream<AccessCount> rows = jdbc
                    .sql(COUNTS)
                    .withFetchSize(FETCH_ROWS)
                    .param("abandoned", AccessLog.ABANDONED)
                    .param("size", head.size())
                    .param("from", from.atOffset(ZoneOffset.UTC))
                    .param("until", until.atOffset(ZoneOffset.UTC))
                    .param("insurer", insurer.orElse(null))
                    .query(CountAccesses::read)
                    .stream()) {
                counts.accept(rows);
            }
        });
    }

    private static AccessCount read(ResultSet row, int number) throws SQLException {
        return new AccessCount(
                Optional.ofNullable(row.getString("insurer")),
                row.getString("actor"),
                ActorRole.valueOf(row.getString("role")),
                Optional.ofNullable(row.getString("confirmed_by")),
                AccessAction.valueOf(row.getString("action")),
                row.getString("purpose"),
                row.getLong("accesses"),
                row.getLong("numbers"),
                row.getLong("failed"),
                row.getLong("without_result"),
                row.getLong("refusals"));
    }

    /**
     * The number of accesses of one actor to one insurer's data for one purpose.
     *
     * @param numbers phone numbers seen; repeated ones count again
     * @param failed with an unknown count of numbers
     * @param withoutResult not ended, or abandoned, with an unknown count of numbers
     * @param refusals not contained in {@code accesses}
     */
    public record AccessCount(
            Optional<String> insurer,
            String actor,
            ActorRole role,
            Optional<String> confirmedBy,
            AccessAction action,
            String purpose,
            long accesses,
            long numbers,
            long failed,
            long withoutResult,
            long refusals) {}
}
