package jinbo.registry;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.LoggedRegistrations;
import jinbo.accesslog.NumberAccessTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Takes insurers' uploads in: their complaints are appended, get the next revision under the registry lock, and the blocks are
 * brought up to date, all in the caller's transaction.
 */
@Component
public record Registry(DataSource dataSource, AppendBatch append, RederiveBlocks rederive, RegistrationScopes scopes) {

    /**
     * Begins a batch of complaints in the current transaction. Registrations are never removed, by no command and by no right
     * of the program's database role: who does not merge what is staged rolls back, to a savepoint at least. Nobody
     * waits for what is staged, however much it is.
     *
     * @throws IllegalStateException outside a transaction
     */
    public StagedComplaints stage(AccessPermit permit, ComplaintBatch batch) {
        return stage(permit, batch, SortedComplaints.MOST);
    }

    StagedComplaints stage(AccessPermit permit, ComplaintBatch batch, int inMemory) {
        AppendBatch.requireTransaction(permit);
        ComplaintScopes targets = new ComplaintScopes(batch, scopes);
        WriteComplaints writer = new WriteComplaints(dataSource, append, permit, append.nextId(), batch, targets);
        return new StagedComplaints(batch, targets, writer, append.digest(batch.registeredOn()), inMemory);
    }

    /**
     * Makes the staged complaints registrations: writes what is not written yet, then takes the registry lock until the
     * transaction ends, the next revision, and folds them into the blocks. A batch without rows takes no revision,
     * because nothing changed.
     */
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

    /** Asked under the registry lock: an upload that was pending while its insurer was succeeded binds the successor. */
    private FoldComplaints foldOf(StagedComplaints staged) {
        try {
            return new FoldComplaints(
                    staged.batch(), staged.scopes(), KnownInsurers.read(DataSourceUtils.getConnection(dataSource)));
        } catch (SQLException e) {
            throw new RegistryReadException("the successions of insurers", e);
        }
    }

    /** The revision of the last committed batch; 0 while there is none. */
    public long currentRevision() {
        return append.currentRevision();
    }
}
