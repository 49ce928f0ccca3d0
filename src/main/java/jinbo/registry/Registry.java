package jinbo.registry;

import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumberAccessTemplate;
import org.springframework.stereotype.Component;

/** Ingests complaints in the caller's transaction: appends them under the next revision and updates the blocks. */
@Component
public record Registry(AppendBatch append, RederiveBlocks rederive, RegistrationScopes scopes) {

    /**
     * Begins a batch of complaints; takes no lock. Registrations cannot be deleted, so a caller that does not {@link
     * #merge} the batch must roll back its transaction, or roll back to a savepoint from before this call.
     */
    public StagedComplaints stage(AccessPermit permit, ComplaintBatch batch) {
        return stage(permit, batch, SortedComplaints.MAX_SIZE);
    }

    StagedComplaints stage(AccessPermit permit, ComplaintBatch batch, int inMemory) {
        AppendBatch.requireTransaction(permit);
        return new StagedComplaints(append, permit, batch, new ComplaintScopes(batch, scopes), inMemory);
    }

    /** Takes the registry lock and the next revision, and updates the blocks. Without complaints it does nothing. */
    public CommittedBatch merge(AccessPermit permit, StagedComplaints staged) {
        AppendBatch.requireTransaction(permit);
        if (staged.count() == 0) {
            return CommittedBatch.withoutRegistrations(append.currentRevision());
        }
        staged.complete();
        NumberAccessTemplate.Announced announced = append.beginNumberAccess(permit);
        long revision = append.takeRevision();
        FoldComplaints fold = staged.newFold();
        append.withNumberAccess(announced, () -> staged.fold(fold, revision));
        staged.append(revision);
        long[] leftOut = fold.leftOut();
        if (leftOut.length > 0) {
            append.withNumberAccess(announced, () -> rederive.ofNumbers(leftOut, revision));
        }
        return staged.committed(revision);
    }

    public long currentRevision() {
        return append.currentRevision();
    }
}
