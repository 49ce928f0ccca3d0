package jinbo.batch.reconciliation;

import java.sql.ResultSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A rule that a query proves.
 *
 * <p>Behind an {@code or} these queries count where {@code exists} would read better: PostgreSQL may answer the latter by
 * hashing the whole other table ("hashed SubPlan"), the former never.
 *
 * @param count asks how many things are looked at, with the marks of {@link RuleScope}
 * @param offenders asks for a line for each thing that breaks it, with the same marks
 */
record QueryRule(VerifiedRule rule, String count, String offenders) {

    /** All of them, in the order of the flow. */
    static final List<QueryRule> ALL = Stream.of(
                    LineRules.ALL,
                    RegistrationRules.ALL,
                    ConsumerRegistrationRules.ALL,
                    FileRules.ALL,
                    FindingRules.ALL,
                    AnswerRules.ALL,
                    AccessLogRules.ALL,
                    ListRules.ALL,
                    MessageRules.ALL)
            .flatMap(List::stream)
            .toList();

    RuleResult check(JdbcClient snapshot, RuleScope ruleScope) {
        RuleViolations ruleViolations = new RuleViolations(rule);
        ruleViolations.checked(snapshot.sql(ruleScope.apply(count))
                .params(ruleScope.parameters())
                .query(Long.class)
                .single());
        snapshot.sql(ruleScope.apply(this.offenders))
                .params(ruleScope.parameters())
                .query((ResultSet row) -> ruleViolations.wrong(row.getString(1)));
        return ruleViolations.check();
    }
}
