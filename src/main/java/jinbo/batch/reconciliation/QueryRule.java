package jinbo.batch.reconciliation;

import java.sql.ResultSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A rule that is verified by a query.
 *
 * <p>After {@code or}, these queries use counts: PostgreSQL may execute {@code exists} as a hash of the whole table
 * ("hashed SubPlan").
 *
 * @param count counts the checked items, with the marks of {@link RuleScope}
 * @param offenders returns a line for each violation, with the same marks
 */
record QueryRule(VerifiedRule rule, String count, String offenders) {

    /** All rules in the order of the flow. */
    static final List<QueryRule> ALL = Stream.of(
                    LineRules.ALL, RegistrationRules.ALL, FileRules.ALL, AccessLogRules.ALL, ListRules.ALL)
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
        return ruleViolations.result();
    }
}
