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
import jinbo.accesslog.DestroyedSubjectKeys;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.accesslog.RecordKind;
import jinbo.accesslog.SubjectKeys;
import jinbo.batch.Progress;
import jinbo.batch.Spool;
import jinbo.participant.insurer.Insurers;
import jinbo.registry.NumberHistoryCursor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Verifies all rules on the whole registry ({@code registry verify}). This is a logged access. */
@Component
public record VerifyRegistry(
        DataSource dataSource,
        AccessLog accessLog,
        NumberAccessTemplate gate,
        SubjectKeys subjectKeys,
        DestroyedSubjectKeys destroyedSubjectKeys,
        Insurers insurers,
        List<RecordKind> recordKinds,
        Spool spool,
        Progress progress,
        DropRules dropRules) {

    public VerifyRegistry {
        recordKinds = List.copyOf(recordKinds);
    }

    /** Verifies everything in one snapshot of the database; derives again the newest list of each insurer. */
    public List<RuleResult> verify(Actor actor) {
        return verify(actor, RederivedLists.NEWEST);
    }

    public List<RuleResult> verify(Actor actor, RederivedLists lists) {
        return verify(actor, lists, false);
    }

    /** @param onDrops whether files on the drops are read, too; a drop that cannot be read violates a rule */
    public List<RuleResult> verify(Actor actor, RederivedLists lists, boolean onDrops) {
        AccessPermit permit = accessLog.begin(new Access(
                actor,
                AccessAction.VERIFY_REGISTRY,
                "blocks and lists are verified against registrations",
                Optional.empty(),
                "registry"));
        try {
            List<RuleResult> ruleResults = new ArrayList<>(ReadSnapshot.read(
                    dataSource,
                    (connection, snapshot) -> gate.open(permit, connection, open -> checks(open, snapshot, lists))));
            if (onDrops) {
                ruleResults.addAll(dropRules.checks());
            }
            long numbers = ruleResults.get(0).checked();
            accessLog.complete(
                    permit, ruleResults.stream().allMatch(RuleResult::holds) ? "AGREES" : "DIFFERS", numbers);
            return ruleResults;
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private List<RuleResult> checks(Connection connection, JdbcClient snapshot, RederivedLists lists)
            throws SQLException {
        RuleScope everything = RuleScope.EVERYTHING;
        boolean all = lists == RederivedLists.ALL;
        List<RecordedList> recorded = RecordedList.of(snapshot, insurers.all(), everything);
        DeriveLists derive = new DeriveLists(
                all ? recorded : RecordedList.newest(snapshot, insurers.all()),
                progress,
                snapshot.sql(
                                "select coalesce(sum(registrations), 0)::bigint from registration_batch where kind <> 'WITHDRAWALS'")
                        .query(Long.class)
                        .single(),
                snapshot.sql("select ended_by from erasure order by ended_by desc limit 1")
                        .query(LocalDate.class)
                        .optional());
        List<RuleResult> ruleResults = new ArrayList<>();
        try (NumberHistoryCursor numberHistoryCursor = NumberHistoryCursor.ofAll(connection)) {
            ruleResults.add(CompareBlocksWithRegistrations.compare(connection, numberHistoryCursor, derive));
        }
        ruleResults.add(new CompareRegistrationsWithLog(subjectKeys, destroyedSubjectKeys).compare(connection));
        ruleResults.add(CompareRecordsWithLog.compare(snapshot, recordKinds));
        for (QueryRule rule : QueryRule.ALL) {
            ruleResults.add(rule.check(snapshot, everything));
        }
        ruleResults.add(derive.result());
        SpoolRules spooled = new SpoolRules(spool, progress, JdbcClient.create(dataSource));
        ruleResults.add(spooled.lists(recorded, all));
        ruleResults.add(spooled.answers(snapshot, everything, true));
        ruleResults.add(spooled.uploads(snapshot, everything, true));
        return ruleResults;
    }

    /** The lists that are derived again from the registrations. */
    public enum RederivedLists {
        NEWEST,
        /** All lists; their files in the spool are hashed, too. */
        ALL
    }
}
