package jinbo.registry;

import java.util.OptionalInt;
import jinbo.platform.copy.TextCopyWriter;

/**
 * Withdrawals on their way into the registry: written by COPY inside the caller's transaction, and acts only once {@link
 * Withdrawals#merge} has found the rows that they take back, and the transaction has committed.
 */
public final class StagedWithdrawals {

    private final long batchId;
    private final WithdrawalBatch batch;
    private final TextCopyWriter rows;
    private long found;

    StagedWithdrawals(long batchId, WithdrawalBatch batch, TextCopyWriter rows) {
        this.batchId = batchId;
        this.batch = batch;
        this.rows = rows;
    }

    /**
     * Asks for one row, or for all that is left of an upload.
     *
     * @param line by which the asking is known, each once
     * @param inboundFile id of an upload of the same insurer
     * @param withdrawnLine physical line in that upload; empty for all of them
     */
    public void add(int line, long inboundFile, OptionalInt withdrawnLine) {
        rows.add(batchId).add(line).add(inboundFile);
        if (withdrawnLine.isPresent()) {
            rows.add(withdrawnLine.getAsInt());
        } else {
            rows.addNull();
        }
        rows.endRow();
    }

    public long count() {
        return rows.rows();
    }

    long batchId() {
        return batchId;
    }

    WithdrawalBatch batch() {
        return batch;
    }

    void found(long registrations) {
        found = registrations;
    }

    /** How many registrations they take back; 0 before these were looked for. */
    long found() {
        return found;
    }

    void flush() {
        rows.flush();
    }
}
