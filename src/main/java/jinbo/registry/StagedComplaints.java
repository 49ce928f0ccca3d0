package jinbo.registry;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import jinbo.bulk.CopyRows;
import jinbo.exchange.Complaint;
import jinbo.exchange.Term;
import jinbo.exchange.UploadScope;
import jinbo.mobile.Mobile;

/**
 * Complaints of one upload on their way into the registry: written by COPY inside the caller's transaction, and acts only
 * once {@link Registry#merge} has given them a revision and the transaction has committed.
 */
public final class StagedComplaints {

    private final long batchId;
    private final ComplaintBatch batch;
    private final CopyRows rows;
    private final String effectiveOn;
    private final Map<Term, String> expiresOn = new EnumMap<>(Term.class);

    StagedComplaints(long batchId, ComplaintBatch batch, CopyRows rows) {
        this.batchId = batchId;
        this.batch = batch;
        this.rows = rows;
        this.effectiveOn = batch.effectiveOn().toString();
        for (Term term : Term.values()) {
            expiresOn.put(term, term.end(batch.effectiveOn()).toString());
        }
    }

    /**
     * Adds one accepted row of the upload.
     *
     * @param line physical line of the row, by which a withdrawal names it
     */
    public void add(
            int line, Mobile mobile, Complaint complaint, LocalDate complainedOn, UploadScope scope, Term term) {
        rows.add(batchId)
                .add(line)
                .add(mobile.value())
                .add(scope == UploadScope.SELF ? batch.insurerId() : BlockScope.of(batch.sector()))
                .add(complaint.ordinal())
                .add(complainedOn.toString())
                .add(effectiveOn)
                .add(expiresOn.get(term))
                .endRow();
    }

    /** How many rows were added. */
    public long count() {
        return rows.rows();
    }

    /** The first day of the ban that they bring. */
    public LocalDate effectiveOn() {
        return batch.effectiveOn();
    }

    long batchId() {
        return batchId;
    }

    ComplaintBatch batch() {
        return batch;
    }

    void flush() {
        rows.flush();
    }
}
