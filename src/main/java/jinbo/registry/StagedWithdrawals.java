package jinbo.registry;

import java.util.OptionalInt;
import jinbo.platform.copy.TextCopyWriter;

/**
 * Withdrawals that are requested but do not count yet, written by COPY in the caller's transaction. They count as soon
 * as {@link Withdrawals#merge} has given them a revision and the transaction has committed.
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
     * Requests the withdrawal of one row of an upload, or of all its rows that are not withdrawn yet.
     *
     * @param line identifies this request: its row in the file of withdrawals
     * @param inboundFile the upload with the complaints
     * @param withdrawnLine the row of the upload; empty for all rows
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

    /** How many registrations are taken back; 0 until {@link Withdrawals#find} is called. */
    long found() {
        return found;
    }

    void flush() {
        rows.flush();
    }
}
