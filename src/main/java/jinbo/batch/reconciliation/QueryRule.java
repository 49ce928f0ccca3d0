package jinbo.batch.reconciliation;

import java.sql.ResultSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A rule that is verified by two queries: one counts the checked items, one returns a row for each violation.
 *
 * <p>After {@code or}, the queries use a count in place of {@code exists}, which PostgreSQL may execute as a hash of
 * the whole table ("hashed SubPlan").
 */
record QueryRule(VerifiedRule rule, String count, String offenders) {

    /** All rules, in the order in which data flows: from registrations to lists. */
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
