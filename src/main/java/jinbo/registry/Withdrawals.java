package jinbo.registry;

import java.sql.ResultSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ObjIntConsumer;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.LoggedRegistrations;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.accesslog.RegistrationDigest;
import jinbo.platform.copy.TextCopyWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes complaints back: appends withdrawals and derives the blocks again. The withdrawn registrations are kept. */
@Component
public record Withdrawals(JdbcClient jdbc, AppendBatch append, RederiveBlocks rederive) {

    private static final String REQUEST_TABLE = "withdrawal_request (batch, line, inbound_file, withdrawn_line)";
    private static final int FETCH_ROWS = 10_000;

    /** The first key of an advisory lock; the second key is the insurer's id. */
    private static final int LOCK_CLASS = 0x4A57;

    /** All registrations of the uploads with requested rows, because no index finds a registration by its row. */
    private static final String ROWS_OF_REQUESTED_UPLOADS = """
            select b.inbound_file, r.batch, r.line
            from (select distinct inbound_file from withdrawal_request where batch = %s and withdrawn_line is not null) f
            join registration_batch b on b.inbound_file = f.inbound_file and b.kind = 'COMPLAINTS'
            cross join lateral (select batch, line from registration where batch = b.id offset 0) r
            """;

    /** If several rows of a file request the same registration, the first one withdraws it. */
    private static final String WITHDRAW = """
            insert into withdrawal (withdrawn_batch, withdrawn_line, batch, line)
            select batch, line, :batch, min(asked_on)
            from (select r.batch, r.line, a.line as asked_on
                  from (%1$s) r
                  join withdrawal_request a on a.batch = :batch and a.inbound_file = r.inbound_file and a.withdrawn_line = r.line
                  union all
                  select r.batch, r.line, a.line
                  from (select inbound_file, min(line) as line from withdrawal_request
                        where batch = :batch and withdrawn_line is null group by inbound_file) a
                  join registration_batch b on b.inbound_file = a.inbound_file and b.kind = 'COMPLAINTS'
                  cross join lateral (select batch, line from registration where batch = b.id offset 0) r) found
            where not exists (select from withdrawal w where w.withdrawn_batch = found.batch and w.withdrawn_line = found.line)
            group by batch, line
            """.formatted(ROWS_OF_REQUESTED_UPLOADS.formatted(":batch"));

    private static final String WITHOUT_EFFECT = """
            with known as materialized (
                select r.inbound_file, r.line from (%s) r
                where exists (select from withdrawal_request a where a.batch = ? and a.inbound_file = r.inbound_file
                                                               and a.withdrawn_line = r.line)
            )
            select a.line,
                   a.withdrawn_line is null
                   or (a.inbound_file, a.withdrawn_line) in (select inbound_file, line from known) as known
            from withdrawal_request a
            where a.batch = ?
              and not exists (select from withdrawal w where w.batch = a.batch and w.line = a.line)
            order by a.line
            """.formatted(ROWS_OF_REQUESTED_UPLOADS.formatted("?"));

    private static final String WITHDRAWN = """
            select line, withdrawn_batch, withdrawn_line from withdrawal where batch = ?
            order by withdrawn_batch, withdrawn_line
            """;

    /** @throws IllegalStateException outside a transaction */
    public StagedWithdrawals stage(AccessPermit permit, WithdrawalBatch batch) {
        AppendBatch.requireTransaction(permit);
        return new StagedWithdrawals(append.nextId(), batch, new TextCopyWriter(append.connection(), REQUEST_TABLE));
    }

    /**
     * Finds the registrations to withdraw, without the registry lock. Other withdrawals for the same insurer wait
     * meanwhile.
     *
     * @param faults receives the rows that take nothing back, sorted. While it is called, the connection has the role
     *     of the gate and can change only the tables of numbers
     */
    public long find(AccessPermit permit, StagedWithdrawals staged, ObjIntConsumer<Fault> faults) {
        AppendBatch.requireTransaction(permit);
        staged.flush();
        long id = staged.batchId();
        jdbc.sql("select pg_advisory_xact_lock(?, ?)")
                .params(LOCK_CLASS, (int) staged.batch().insurerId())
                .query((row, number) -> number)
                .list();
        append.withNumberAccess(permit, () -> {
            staged.found(jdbc.sql(WITHDRAW).param("batch", id).update());
            jdbc.sql(WITHOUT_EFFECT)
                    .withFetchSize(FETCH_ROWS)
                    .params(id, id, id)
                    .query((ResultSet row) -> {
                        Fault fault = row.getBoolean("known") ? Fault.ALREADY_WITHDRAWN : Fault.LINE_UNKNOWN;
                        faults.accept(fault, row.getInt("line"));
                    });
        });
        return staged.found();
    }

    /** Takes the registry lock and a revision, and derives the blocks again; does nothing if none were found. */
    public CommittedBatch merge(AccessPermit permit, StagedWithdrawals staged) {
        AppendBatch.requireTransaction(permit);
        long found = staged.found();
        if (found == 0) {
            return CommittedBatch.withoutRegistrations(append.currentRevision());
        }
        long id = staged.batchId();
        NewBatch batch = NewBatch.of(staged.batch());
        String digest = digest(id, batch);
        NumberAccessTemplate.Announced announced = append.beginNumberAccess(permit);
        AtomicReference<RederiveBlocks.SortedNumbers> numbers = new AtomicReference<>();
        append.withNumberAccess(announced, () -> numbers.set(rederive.numbersWithdrawnBy(id)));
        long revision = append.takeRevision();
        append.append(id, revision, batch, found);
        append.withNumberAccess(announced, () -> rederive.of(numbers.get(), revision));
        return new CommittedBatch(revision, found, Optional.of(new LoggedRegistrations(id, revision, found, digest)));
    }

    /** Calls {@link #find} and {@link #merge(AccessPermit, StagedWithdrawals)}. */
    public CommittedBatch merge(AccessPermit permit, StagedWithdrawals staged, ObjIntConsumer<Fault> faults) {
        find(permit, staged, faults);
        return merge(permit, staged);
    }

    /** How many accepted complaints of an upload are not withdrawn. */
    public long left(long inboundFile) {
        return jdbc.sql("""
                select coalesce(sum(b.registrations - (select count(*) from withdrawal w where w.withdrawn_batch = b.id)), 0)::bigint
                from registration_batch b where b.inbound_file = ? and b.kind = 'COMPLAINTS'
                """).param(inboundFile).query(Long.class).single();
    }

    private String digest(long id, NewBatch batch) {
        RegistrationDigest digest = append.digest(batch.registeredOn());
        batch.begin(digest);
        jdbc.sql(WITHDRAWN).withFetchSize(FETCH_ROWS).param(id).query((ResultSet row) -> {
            digest.addWithdrawal(row.getInt(1), row.getLong(2), row.getInt(3));
        });
        return digest.hex();
    }

    public enum Fault {
        LINE_UNKNOWN,
        /** The registration is withdrawn already, by an earlier batch or by an earlier row of the same file. */
        ALREADY_WITHDRAWN
    }
}
