package jinbo.accesslog;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a record (of a person, a key, a case and so on) and, in the same transaction, a begin entry and a result entry
 * with its digest, so that a later change of the record is noticed.
 */
@Component
public record DecisionRecords(AccessLog log, JdbcClient jdbc, TransactionTemplate transaction) {

    /** The prefix of the result entry's outcome; the 64 hex digits of the digest follow. */
    static final String RECORDED = "RECORDED ";

    /** The result entry's outcome if the record was removed. */
    static final String REMOVED = "RECORDED REMOVED";

    /**
     * Changes or removes a record, and writes its entries in the same transaction.
     *
     * @param key identifies the record within its kind
     * @param write changes or removes the record
     */
    public void record(RecordKind kind, String key, Actor by, Runnable write) {
        transaction.executeWithoutResult(status -> {
            // without a lock, each of two concurrent changes would log a digest without the other change
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('jinbo.record ' || ?, 0)) is null")
                    .param(kind.object(key))
                    .query(Boolean.class)
                    .single();
            write.run();
            bind(kind, key, by);
        });
    }

    /** Changes or removes a record, by the actor of this thread's {@link DecisionContext}. */
    public void record(RecordKind kind, String key, Runnable write) {
        record(kind, key, DecisionContext.now().actor(), write);
    }

    /** Creates a record and writes its entries in the same transaction; {@code write} returns the record's key. */
    public String recordNew(RecordKind kind, Actor by, Supplier<String> write) {
        return Objects.requireNonNull(transaction.execute(status -> {
            String key = write.get();
            bind(kind, key, by);
            return key;
        }));
    }

    /** Creates a record, by the actor of this thread's {@link DecisionContext}. */
    public String recordNew(RecordKind kind, Supplier<String> write) {
        return recordNew(kind, DecisionContext.now().actor(), write);
    }

    private void bind(RecordKind kind, String key, Actor by) {
        String outcome = jdbc.sql(kind.digest())
                .param("key", key)
                .query((row, number) -> RECORDED + row.getString("digest"))
                .optional()
                .orElse(REMOVED);
        log.recordDecision(
                new Access(
                        by, AccessAction.DECIDE, DecisionContext.now().purpose(), Optional.empty(), kind.object(key)),
                outcome);
    }

    /**
     * The actor for whom a thread works: a person, or the jobs.
     *
     * @param purpose of the log entries; names the begin entry of the operation that makes the decision, if any
     */
    public record DecisionContext(Actor actor, String purpose) {

        private static final ThreadLocal<@Nullable DecisionContext> NOW = new ThreadLocal<>();

        public static <T> T by(Actor actor, Optional<AccessPermit> permit, Callable<T> work) throws Exception {
            DecisionContext before = NOW.get();
            NOW.set(new DecisionContext(
                    actor,
                    permit.map(begun -> "the record after entry " + begun.accessId())
                            .orElse("the record after the decision")));
            try {
                return work.call();
            } finally {
                if (before == null) {
                    NOW.remove();
                } else {
                    NOW.set(before);
                }
            }
        }

        /** Returns the context of this thread; by default the jobs are the actor. */
        static DecisionContext now() {
            DecisionContext now = NOW.get();
            return now == null ? new DecisionContext(Actor.batch(), "the record after the decision") : now;
        }
    }
}
