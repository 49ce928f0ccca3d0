package jinbo.registry;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.ActsVouched;
import jinbo.accesslog.NumbersGate;
import jinbo.accesslog.SubjectKeys;
import jinbo.bulk.CopyRows;
import jinbo.crashpoint.CrashPoint;
import jinbo.crashpoint.CrashPoints;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes batches of acts in: they are appended, get the next revision under the registry lock, and the blocks are brought
 * up to date, all in the caller's transaction.
 */
@Component
public class Registry {

    private static final String REGISTRATION =
            "registration (batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on)";

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final NumbersGate gate;
    private final FoldComplaintsIntoBlocks fold;
    private final SubjectKeys subjectKeys;
    private final CrashPoints crashPoints;

    Registry(
            JdbcClient jdbc,
            DataSource dataSource,
            NumbersGate gate,
            FoldComplaintsIntoBlocks fold,
            SubjectKeys subjectKeys,
            CrashPoints crashPoints) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.gate = gate;
        this.fold = fold;
        this.subjectKeys = subjectKeys;
        this.crashPoints = crashPoints;
    }

    /**
     * Begins a batch of complaints in the current transaction. Acts are never removed, by no command and by no right of the
     * program's database role: who does not merge what is staged rolls back, to a savepoint at least.
     *
     * @param permit the access that was announced
     * @throws IllegalStateException outside a transaction
     */
    public StagedComplaints stage(AccessPermit permit, ComplaintBatch batch) {
        requireTransaction(permit);
        long id = jdbc.sql("select nextval(pg_get_serial_sequence('act_batch', 'id'))")
                .query(Long.class)
                .single();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        CopyRows rows = new CopyRows(connection, REGISTRATION, sending -> through(permit, sending));
        return new StagedComplaints(
                id, batch, rows, subjectKeys.ofNewActs(batch.registeredOn(), isFirstOfItsYear(batch)));
    }

    /**
     * Makes the staged complaints acts: takes the registry lock until the transaction ends, the next revision, and folds
     * them into the blocks. A batch without rows takes no revision, because nothing changed.
     */
    public CommittedBatch merge(AccessPermit permit, StagedComplaints staged) {
        requireTransaction(permit);
        staged.flush();
        if (staged.count() == 0) {
            return new CommittedBatch(currentRevision(), 0, Optional.empty());
        }
        long revision = takeRevision();
        append(staged, revision);
        crashPoints.reach(CrashPoint.MERGING);
        through(permit, () -> fold.fold(staged.batchId(), staged.batch(), revision));
        return new CommittedBatch(
                revision,
                staged.count(),
                Optional.of(new ActsVouched(staged.batchId(), revision, staged.count(), staged.digest())));
    }

    /** The revision of the last committed batch; 0 while there is none. */
    public long currentRevision() {
        return jdbc.sql("select revision from registry_head").query(Long.class).single();
    }

    private boolean isFirstOfItsYear(ComplaintBatch batch) {
        LocalDate january = batch.registeredOn().with(TemporalAdjusters.firstDayOfYear());
        return !jdbc.sql("select exists (select from act_batch where registered_on between ? and ?)")
                .params(january, january.plusYears(1).minusDays(1))
                .query(Boolean.class)
                .single();
    }

    /** The transaction's connection is the one that {@link JdbcClient} works on, too. */
    private void through(AccessPermit permit, Runnable work) {
        gate.<Boolean, RuntimeException>open(permit, DataSourceUtils.getConnection(dataSource), connection -> {
            work.run();
            return true;
        });
    }

    private long takeRevision() {
        return jdbc.sql("update registry_head set revision = revision + 1 returning revision")
                .query(Long.class)
                .single();
    }

    private void append(StagedComplaints staged, long revision) {
        ComplaintBatch batch = staged.batch();
        jdbc.sql("""
                insert into act_batch (id, revision, kind, inbound_file, insurer, sector, registered_at, registered_on,
                                       effective_on, calendar_version, acts)
                overriding system value values (?, ?, 'COMPLAINTS', ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        staged.batchId(),
                        revision,
                        batch.inboundFile(),
                        batch.insurerId(),
                        batch.sector().name(),
                        batch.registeredAt().atOffset(ZoneOffset.UTC),
                        batch.registeredOn(),
                        batch.effectiveOn(),
                        batch.calendarVersion(),
                        staged.count())
                .update();
    }

    private static void requireTransaction(AccessPermit permit) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "Access " + permit.intentId() + " reaches the registry outside a transaction");
        }
    }
}
