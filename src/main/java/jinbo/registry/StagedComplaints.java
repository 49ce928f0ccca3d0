package jinbo.registry;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import jinbo.accesslog.ActsDigest;
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
    private final ActsDigest digest;
    private final String effectiveOn;
    private final Map<Term, LocalDate> expiresOn = new EnumMap<>(Term.class);

    StagedComplaints(long batchId, ComplaintBatch batch, CopyRows rows, ActsDigest digest) {
        this.batchId = batchId;
        this.batch = batch;
        this.rows = rows;
        this.digest = digest;
        this.effectiveOn = batch.effectiveOn().toString();
        for (Term term : Term.values()) {
            expiresOn.put(term, term.end(batch.effectiveOn()));
        }
    }

    /**
     * Adds one accepted row of the upload.
     *
     * @param line physical line of the row, by which a withdrawal names it
     */
    public void add(
            int line, Mobile mobile, Complaint complaint, LocalDate complainedOn, UploadScope scope, Term term) {
        short bound = scope == UploadScope.SELF ? batch.insurerId() : BlockScope.of(batch.sector());
        LocalDate end = expiresOn.get(term);
        digest.add(
                line,
                mobile.value(),
                bound,
                (short) complaint.ordinal(),
                complainedOn.toEpochDay(),
                batch.effectiveOn().toEpochDay(),
                end.toEpochDay());
        rows.add(batchId)
                .add(line)
                .add(mobile.value())
                .add(bound)
                .add(complaint.ordinal())
                .add(complainedOn.toString())
                .add(effectiveOn)
                .add(end.toString())
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

    String digest() {
        return digest.hex();
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
