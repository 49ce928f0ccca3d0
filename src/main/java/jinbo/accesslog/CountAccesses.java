package jinbo.accesslog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the accesses that began in a time span, up to a checkpoint, so that an auditor can count the same in an
 * export.
 */
@Component
public record CountAccesses(LogTree tree, JdbcClient jdbc, PlatformTransactionManager transactions) {

    private static final int FETCH_ROWS = 1_000;

    /** The clocks of nodes differ, so a result may have an earlier time than its begin entry, by less than a day. */
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

    /** Streams the counts ordered by insurer, those without an insurer last; {@code until} is exclusive. */
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
                    .query(AccessCount.class)
                    .stream()) {
                counts.accept(rows);
            }
        });
    }

    /**
     * The number of accesses of one actor to one insurer's data with one action and purpose.
     *
     * @param numbers phone numbers in the results; one that was accessed twice counts twice
     * @param failed accesses that failed; how many numbers they read is unknown
     * @param withoutResult accesses that have not ended, or whose process died; how many numbers they read is unknown
     * @param refusals accesses that were not allowed; they are not contained in {@code accesses}
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
