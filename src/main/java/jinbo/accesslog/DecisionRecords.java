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
 * Binds what decisions leave in the database to the access log: whoever writes a record has its digest written, in the same
 * transaction, as an entry that names the record. The newest entry of a record says what it is now.
 */
@Component
public record DecisionRecords(AccessLog log, JdbcClient jdbc, TransactionTemplate transaction) {

    /** How the outcome of such an entry begins; the digest follows, 64 hex digits. */
    static final String RECORDED = "RECORDED ";

    /** The outcome of the entry of a record that is there no more. */
    static final String REMOVED = "RECORDED REMOVED";

    /**
     * Writes a record and its entry: both, or neither.
     *
     * @param key of the record among those of its kind
     * @param write what changes the record; if nothing of it is there afterwards, it was removed
     * @throws AccessLogUnavailableException if the entry cannot be written; nothing is decided then
     */
    public void record(RecordKind kind, String key, Actor by, Runnable write) {
        transaction.executeWithoutResult(status -> {
            // two that change one record at the same time would each leave a digest without the other's change
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('jinbo.record ' || ?, 0)) is null")
                    .param(kind.object(key))
                    .query(Boolean.class)
                    .single();
            write.run();
            bind(kind, key, by);
        });
    }

    /** The same, by whoever this thread works for: the person whose command it carries out, or the batch. */
    public void record(RecordKind kind, String key, Runnable write) {
        record(kind, key, DecisionContext.now().actor(), write);
    }

    /**
     * The same, of a record that gets its key when it is written, so that nobody else changes it meanwhile.
     *
     * @param write what makes the record, and gives its key
     */
    public String recordNew(RecordKind kind, Actor by, Supplier<String> write) {
        return Objects.requireNonNull(transaction.execute(status -> {
            String key = write.get();
            bind(kind, key, by);
            return key;
        }));
    }

    /** The same, by whoever this thread works for. */
    public String recordNew(RecordKind kind, Supplier<String> write) {
        return recordNew(kind, DecisionContext.now().actor(), write);
    }

    private void bind(RecordKind kind, String key, Actor by) {
        String outcome = jdbc.sql(kind.digest())
                .param("key", key)
                .query((row, number) -> RECORDED + row.getString("digest"))
                .optional()
                .orElse(REMOVED);
        log.decided(
                new Access(
                        by, AccessAction.DECIDE, DecisionContext.now().purpose(), Optional.empty(), kind.object(key)),
                outcome);
    }

    /**
     * For whom a thread works: who decides what it records, and which entry of the access log has announced that.
     *
     * @param actor the person, with the second one where it took two
     */
    public record DecisionContext(Actor actor, String purpose) {

        private static final ThreadLocal<@Nullable DecisionContext> NOW = new ThreadLocal<>();

        /** @param announced the access under which that stands in the log, if it does */
        public static <T> T by(Actor actor, Optional<AccessPermit> announced, Callable<T> work) throws Exception {
            DecisionContext before = NOW.get();
            NOW.set(new DecisionContext(
                    actor,
                    announced
                            .map(permit -> "the record after entry " + permit.accessId())
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

        /** For whom this thread works; the batch, if for nobody. */
        static DecisionContext now() {
            DecisionContext now = NOW.get();
            return now == null ? new DecisionContext(Actor.batch(), "the record after the decision") : now;
        }
    }
}
