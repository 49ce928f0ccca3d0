package jinbo.registry;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jinbo.accesslog.RegistrationDigest;
import jinbo.exchange.format.ComplaintType;
import jinbo.exchange.format.Term;
import jinbo.exchange.format.UploadScope;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/**
 * Complaints of one upload on their way into the registry: in memory, or where there are too many written inside the
 * caller's transaction; acts only once {@link Registry#merge} has given them a revision and the transaction has
 * committed. Until then nobody waits for them.
 */
public final class StagedComplaints {

    private final ComplaintBatch batch;
    private final ComplaintScopes scopes;
    private final WriteComplaints writer;
    private final RegistrationDigest digest;
    private final SortedComplaints rows;
    private final int inMemory;
    private final Map<Term, Long> expiresOn = new EnumMap<>(Term.class);
    private final long effectiveOn;
    private long count;

    /** @param inMemory how many complaints are held before they are written */
    StagedComplaints(
            ComplaintBatch batch,
            ComplaintScopes scopes,
            WriteComplaints writer,
            RegistrationDigest digest,
            int inMemory) {
        this.scopes = scopes;
        this.rows = new SortedComplaints(inMemory);
        this.inMemory = inMemory;
        this.batch = batch;
        this.writer = writer;
        this.digest = digest;
        this.effectiveOn = batch.effectiveOn().toEpochDay();
        for (Term term : Term.values()) {
            expiresOn.put(term, term.end(batch.effectiveOn()).toEpochDay());
        }
    }

    /**
     * @param line physical line of the row, by which a withdrawal names it
     * @param business the line of business that it is about, one of the batch's; empty for all of these
     */
    public void add(
            int line,
            Mobile mobile,
            ComplaintType complaintType,
            LocalDate complainedOn,
            Optional<LineCode> business,
            UploadScope scope,
            Term term) {
        int target = scopes.index(business, scope);
        digest.add(
                line,
                mobile.value(),
                scopes.scope(target),
                (short) complaintType.ordinal(),
                complainedOn.toEpochDay(),
                effectiveOn,
                expiresOn.get(term));
        rows.add(line, mobile.value(), complaintType, complainedOn, target, term);
        count++;
        if (rows.isFull()) {
            write();
            rows.clear();
        }
    }

    public long count() {
        return count;
    }

    public LocalDate effectiveOn() {
        return batch.effectiveOn();
    }

    String digest() {
        return digest.hex();
    }

    ComplaintScopes scopes() {
        return scopes;
    }

    ComplaintBatch batch() {
        return batch;
    }

    long batchId() {
        return writer.batchId();
    }

    /** Writes those that are only in memory; afterwards there is nothing left to do but to fold them. */
    void complete() {
        boolean areAllHere = rows.size() == count;
        write();
        if (!areAllHere) {
            rows.clear();
            writer.sortStored(inMemory);
        }
    }

    /** Brings the blocks up to date with them; through the open gate and under the registry lock. */
    void fold(FoldComplaints folding, long revision) {
        if (rows.size() == count) {
            writer.fold(folding, rows, revision);
        } else {
            writer.foldStored(folding, revision);
        }
    }

    private void write() {
        if (rows.size() > 0) {
            rows.sort();
            writer.write(rows);
        }
    }
}
