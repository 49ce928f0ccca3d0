package jinbo.registry;

import java.sql.Connection;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.ActsVouched;
import jinbo.bulk.CopyRows;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Takes insurers' uploads in: their complaints are appended, get the next revision under the registry lock, and the blocks are
 * brought up to date, all in the caller's transaction.
 */
@Component
public class Registry {

    private static final String REGISTRATION =
            "registration (batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on)";

    private final DataSource dataSource;
    private final AppendBatch append;
    private final FoldComplaintsIntoBlocks fold;
    private final RederiveBlocks rederive;

    Registry(DataSource dataSource, AppendBatch append, FoldComplaintsIntoBlocks fold, RederiveBlocks rederive) {
        this.dataSource = dataSource;
        this.append = append;
        this.fold = fold;
        this.rederive = rederive;
    }

    /**
     * Begins a batch of complaints in the current transaction. Acts are never removed, by no command and by no right of the
     * program's database role: who does not merge what is staged rolls back, to a savepoint at least.
     *
     * @param permit the access that was announced
     * @throws IllegalStateException outside a transaction
     */
    public StagedComplaints stage(AccessPermit permit, ComplaintBatch batch) {
        AppendBatch.requireTransaction(permit);
        Connection connection = DataSourceUtils.getConnection(dataSource);
        CopyRows rows = new CopyRows(connection, REGISTRATION, sending -> append.through(permit, sending));
        return new StagedComplaints(append.nextId(), batch, rows, append.digest(batch.registeredOn()));
    }

    /**
     * Makes the staged complaints acts: takes the registry lock until the transaction ends, the next revision, and folds
     * them into the blocks. A batch without rows takes no revision, because nothing changed.
     */
    public CommittedBatch merge(AccessPermit permit, StagedComplaints staged) {
        AppendBatch.requireTransaction(permit);
        staged.flush();
        if (staged.count() == 0) {
            return CommittedBatch.withoutActs(append.currentRevision());
        }
        long revision = append.takeRevision();
        append.append(staged.batchId(), revision, NewBatch.of(staged.batch()), staged.count());
        append.through(permit, () -> {
            fold.fold(staged.batchId(), staged.batch(), revision);
            rederive.whereTheHolderHasSpoken(staged.batchId(), revision);
        });
        return new CommittedBatch(
                revision,
                staged.count(),
                Optional.of(new ActsVouched(staged.batchId(), revision, staged.count(), staged.digest())));
    }

    /** The revision of the last committed batch; 0 while there is none. */
    public long currentRevision() {
        return append.currentRevision();
    }
}
