package jinbo.registry;

import java.sql.SQLException;
import java.util.Optional;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.LoggedRegistrations;
import jinbo.accesslog.NumberAccessTemplate;
import org.springframework.stereotype.Component;

/** Ingests complaints in the caller's transaction: appends them under the next revision and updates the blocks. */
@Component
public record Registry(AppendBatch append, RederiveBlocks rederive, RegistrationScopes scopes) {

    /**
     * Begins a batch of complaints; takes no lock. Registrations cannot be removed, so a caller that does not merge
     * must roll back, at least to a savepoint.
     */
    public StagedComplaints stage(AccessPermit permit, ComplaintBatch batch) {
        return stage(permit, batch, SortedComplaints.MOST);
    }

    StagedComplaints stage(AccessPermit permit, ComplaintBatch batch, int inMemory) {
        AppendBatch.requireTransaction(permit);
        return new StagedComplaints(append, permit, batch, new ComplaintScopes(batch, scopes), inMemory);
    }

    /** Takes the registry lock and the next revision, unless there are no rows, and updates the blocks. */
    public CommittedBatch merge(AccessPermit permit, StagedComplaints staged) {
        AppendBatch.requireTransaction(permit);
        if (staged.count() == 0) {
            return CommittedBatch.withoutRegistrations(append.currentRevision());
        }
        staged.complete();
        long id = staged.batchId();
        NumberAccessTemplate.Announced announced = append.beginNumberAccess(permit);
        long revision = append.takeRevision();
        FoldComplaints fold = foldOf(staged);
        append.withNumberAccess(announced, () -> staged.fold(fold, revision));
        append.append(id, revision, NewBatch.of(staged.batch()), staged.count());
        long[] spokenFor = fold.leftOut();
        if (spokenFor.length > 0) {
            append.withNumberAccess(announced, () -> rederive.ofNumbers(spokenFor, revision));
        }
        return new CommittedBatch(
                revision,
                staged.count(),
                Optional.of(new LoggedRegistrations(id, revision, staged.count(), staged.digest())));
    }

    /** Read under the registry lock, so that an upload that was pending during a succession binds the successor. */
    private FoldComplaints foldOf(StagedComplaints staged) {
        try {
            return new FoldComplaints(staged.batch(), staged.scopes(), KnownInsurers.read(append.connection()));
        } catch (SQLException e) {
            throw new RegistryReadException("the successions of insurers", e);
        }
    }

    public long currentRevision() {
        return append.currentRevision();
    }
}
