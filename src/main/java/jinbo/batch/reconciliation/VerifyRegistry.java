package jinbo.batch.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DestroyedKeys;
import jinbo.accesslog.NumbersGate;
import jinbo.accesslog.RecordKind;
import jinbo.accesslog.SubjectKeys;
import jinbo.batch.Progress;
import jinbo.batch.Spool;
import jinbo.participant.insurer.Insurers;
import jinbo.registry.Histories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proves every rule on all that there is, from inbound files to the entries of lists, or says which fails and where. */
@Component
public class VerifyRegistry {

    private final DataSource dataSource;
    private final AccessLog accessLog;
    private final NumbersGate gate;
    private final SubjectKeys subjectKeys;
    private final DestroyedKeys destroyedKeys;
    private final Insurers insurers;
    private final List<RecordKind> recordKinds;
    private final Spool spool;
    private final Progress progress;
    private final DropRules dropRules;

    VerifyRegistry(
            DataSource dataSource,
            AccessLog accessLog,
            NumbersGate gate,
            SubjectKeys subjectKeys,
            DestroyedKeys destroyedKeys,
            Insurers insurers,
            List<RecordKind> recordKinds,
            Spool spool,
            Progress progress,
            DropRules dropRules) {
        this.dataSource = dataSource;
        this.accessLog = accessLog;
        this.gate = gate;
        this.subjectKeys = subjectKeys;
        this.destroyedKeys = destroyedKeys;
        this.insurers = insurers;
        this.recordKinds = List.copyOf(recordKinds);
        this.spool = spool;
        this.progress = progress;
        this.dropRules = dropRules;
    }

    /**
     * Checks everything in one snapshot of the database, and of the lists the newest of each insurer.
     *
     * @throws VerificationException if the database or the spool fails
     */
    public List<Check> verify(Actor actor) {
        return verify(actor, ListsMadeAnew.NEWEST);
    }

    /** The same of the lists that are asked for. */
    public List<Check> verify(Actor actor, ListsMadeAnew lists) {
        return verify(actor, lists, false);
    }

    /**
     * Checks everything in one snapshot of the database.
     *
     * @param lists which are made anew from the acts
     * @param onDrops whether what lies on the drops is read, too, after that; a drop that cannot be read breaks a rule
     * @throws VerificationException if the database or the spool fails
     */
    public List<Check> verify(Actor actor, ListsMadeAnew lists, boolean onDrops) {
        AccessPermit permit = accessLog.intend(new Access(
                actor,
                AccessAction.VERIFY_REGISTRY,
                "blocks and lists follow from acts, sums agree",
                Optional.empty(),
                "registry"));
        try {
            List<Check> checks = new ArrayList<>(ReadSnapshot.of(
                    dataSource,
                    (connection, snapshot) -> gate.open(permit, connection, open -> checks(open, snapshot, lists))));
            if (onDrops) {
                checks.addAll(dropRules.checks());
            }
            long numbers = checks.get(0).checked();
            accessLog.conclude(permit, checks.stream().allMatch(Check::holds) ? "AGREES" : "DIFFERS", numbers);
            return checks;
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private List<Check> checks(Connection connection, JdbcClient snapshot, ListsMadeAnew lists) throws SQLException {
        Subjects everything = new Subjects.Everything();
        boolean all = lists == ListsMadeAnew.ALL;
        List<RecordedList> recorded = RecordedList.of(snapshot, everything);
        DeriveLists derive = new DeriveLists(
                all ? recorded : RecordedList.newest(snapshot),
                progress,
                snapshot.sql("select coalesce(sum(acts), 0)::bigint from act_batch where kind <> 'WITHDRAWALS'")
                        .query(Long.class)
                        .single(),
                snapshot.sql("select ended_by from erasure order by ended_by desc limit 1")
                        .query(LocalDate.class)
                        .optional());
        List<Check> checks = new ArrayList<>();
        try (Histories histories = Histories.ofAll(connection, insurers.sectors())) {
            checks.add(CompareBlocksWithActs.compare(connection, histories, derive));
        }
        checks.add(new CompareActsWithLog(subjectKeys, destroyedKeys).compare(connection));
        checks.add(CompareRecordsWithLog.compare(snapshot, recordKinds));
        for (SumRule rule : SumRule.ALL) {
            checks.add(rule.check(snapshot, everything));
        }
        checks.add(derive.check());
        SpoolRules spooled = new SpoolRules(spool, new SpooledBytes(progress), JdbcClient.create(dataSource));
        checks.add(spooled.lists(recorded, all));
        checks.add(spooled.answers(snapshot, everything, true));
        checks.add(spooled.uploads(snapshot, everything, true));
        return checks;
    }
}
