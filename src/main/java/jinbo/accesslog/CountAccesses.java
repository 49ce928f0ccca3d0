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

/**
 * Counts accesses in the part of the log that a checkpoint covers and in nothing else, so that whoever has an export up to that
 * checkpoint comes to the same numbers. An access belongs to the time of its intent.
 */
@Component
public record CountAccesses(LogTree tree, JdbcClient jdbc, PlatformTransactionManager transactions) {

    private static final int FETCH_ROWS = 1_000;

    /** The clocks of two nodes may differ, so a result may look older than its intent, but not by a day. */
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
     * Signs the log's head, for all that comes after it not to count.
     *
     * @throws AccessLogAlarmException if the log does not continue what was signed before: then nothing is counted
     */
    public LogTree.SignedTreeHead head() {
        return tree.signedHead();
    }

    /**
     * Counts, and hands the counts over in order of insurers, those of no insurer last; they are read from the database while
     * they are taken.
     *
     * @param from first instant
     * @param until first instant that no longer counts
     * @param insurer only accesses to this one's data
     */
    public void count(
            LogTree.SignedTreeHead head,
            Instant from,
            Instant until,
            Optional<String> insurer,
            Consumer<Stream<AccessCount>> counts) {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        // only in a transaction does the driver fetch some rows at a time
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
     * How often somebody accessed one insurer's data in one way for one purpose, and how much was seen.
     *
     * @param insurer its code; empty for what was nobody's alone
     * @param confirmedBy the second person, where it took two
     * @param numbers how many phone numbers their results say were seen; one that was seen twice counts twice
     * @param failed how many of them ended in an error, so that their results do not tell how much was seen
     * @param withoutResult how many of them have no result, or were given up because their process had died; nobody
     *     knows how much was seen
     * @param refusals how often it was asked for and not allowed, which is no access
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
