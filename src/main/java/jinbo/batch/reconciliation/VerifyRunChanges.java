package jinbo.batch.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import jinbo.batch.Progress;
import jinbo.batch.Spool;
import jinbo.participant.insurer.Insurers;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.inbound.InboundFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Verifies what a run has changed, at a cost that does not grow with the registry, and returns the rules that do not
 * hold. No phone numbers are read, so no access is logged.
 */
@Component
public record VerifyRunChanges(DataSource dataSource, Insurers insurers, Spool spool, Progress progress) {

    /** Settings that force index lookups: without statistics, PostgreSQL would scan all of a table that has grown. */
    static final List<String> BY_INDEX = List.of(
            "set local enable_seqscan = off", "set local enable_hashjoin = off", "set local enable_mergejoin = off");

    /** @throws ReadSnapshot.VerificationException if the database or the spool cannot be read */
    public List<RuleResult> files(Collection<InboundFile> files) {
        RuleScope touched = RuleScope.files(files);
        return files.isEmpty()
                ? List.of()
                : broken(
                        touched,
                        snapshot -> List.of(
                                spooled().answers(snapshot, touched, false),
                                spooled().uploads(snapshot, touched, false)));
    }

    public List<RuleResult> lists(Collection<SealedList> lists) {
        RuleScope touched = RuleScope.lists(lists);
        return lists.isEmpty()
                ? List.of()
                : broken(
                        touched,
                        snapshot ->
                                List.of(spooled().lists(RecordedList.of(snapshot, insurers.all(), touched), false)));
    }

    private List<RuleResult> broken(RuleScope touched, Function<JdbcClient, List<RuleResult>> inSpool) {
        return ReadSnapshot.read(dataSource, (connection, snapshot) -> {
            BY_INDEX.forEach(setting -> snapshot.sql(setting).update());
            List<RuleResult> ruleResults = new ArrayList<>();
            for (QueryRule rule : QueryRule.ALL) {
                if (touched.supports(rule.count())) {
                    ruleResults.add(rule.check(snapshot, touched));
                }
            }
            ruleResults.addAll(inSpool.apply(snapshot));
            return ruleResults.stream()
                    .filter(ruleResult -> !ruleResult.holds())
                    .toList();
        });
    }

    private SpoolRules spooled() {
        return new SpoolRules(spool, progress, JdbcClient.create(dataSource));
    }
}
