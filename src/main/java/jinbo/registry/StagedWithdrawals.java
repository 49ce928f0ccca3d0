package jinbo.registry;

import java.util.OptionalInt;
import jinbo.platform.copy.TextCopyWriter;

/**
 * Requested withdrawals, written by COPY in the caller's transaction. They count once {@link Withdrawals#merge} has
 * found their registrations and the transaction has committed.
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
     * Requests one row, or without {@code withdrawnLine} all rest of an upload; {@code line} identifies the request.
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

    /** How many registrations they take back; 0 before {@link Withdrawals#find}. */
    long found() {
        return found;
    }

    void flush() {
        rows.flush();
    }
}
