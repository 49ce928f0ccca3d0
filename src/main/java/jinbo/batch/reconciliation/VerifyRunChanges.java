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
 * Proves the rules on what a run has touched: by index look-ups alone, so that it costs the same in a small registry and
 * in a large one. It reads counts, states and hashes and no number, so it is no access to personal data.
 */
@Component
public record VerifyRunChanges(DataSource dataSource, Insurers insurers, Spool spool, Progress progress) {

    /** A table that has just grown has no statistics yet, and for want of them the planner would read it whole. */
    static final List<String> BY_INDEX = List.of(
            "set local enable_seqscan = off", "set local enable_hashjoin = off", "set local enable_mergejoin = off");

    /**
     * @return what is broken; empty if nothing is
     * @throws VerificationException if the database or the spool fails
     */
    public List<RuleResult> files(Collection<InboundFile> files) {
        RuleScope touched = RuleScope.Files.of(files);
        return files.isEmpty()
                ? List.of()
                : broken(
                        touched,
                        snapshot -> List.of(
                                spooled().answers(snapshot, touched, false),
                                spooled().uploads(snapshot, touched, false)));
    }

    public List<RuleResult> lists(Collection<SealedList> lists) {
        RuleScope touched = RuleScope.Lists.of(lists);
        return lists.isEmpty()
                ? List.of()
                : broken(
                        touched,
                        snapshot ->
                                List.of(spooled().lists(RecordedList.of(snapshot, insurers.all(), touched), false)));
    }

    private List<RuleResult> broken(RuleScope touched, Function<JdbcClient, List<RuleResult>> inSpool) {
        return ReadSnapshot.of(dataSource, (connection, snapshot) -> {
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
        return new SpoolRules(spool, new CompareSpooledFile(progress), JdbcClient.create(dataSource));
    }
}
