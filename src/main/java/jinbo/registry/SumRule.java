package jinbo.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The sums that must agree from inbound files to acts to revisions, each with the query that lists what breaks it. */
enum SumRule {
    REVISIONS_HAVE_NO_GAPS(VerifiedRule.REVISIONS_HAVE_NO_GAPS, "select count(*) from act_batch", """
            select 'revision ' || coalesce(max(revision), 0) || ' of ' || count(*) || ' batches, head ' || (select revision from registry_head)
            from act_batch
            having coalesce(max(revision), 0) <> count(*) or count(*) <> (select revision from registry_head)
                or coalesce(min(revision), 1) <> 1
            """),
    BATCHES_COUNT_THEIR_ACTS(VerifiedRule.BATCHES_COUNT_THEIR_ACTS, "select count(*) from act_batch", """
            select 'revision ' || b.revision || ': counts ' || b.acts || ' acts, holds ' || count(r.batch)
            from act_batch b left join registration r on r.batch = b.id
            group by b.id having b.acts <> count(r.batch)
            """),
    ACTS_BELONG_TO_BATCHES(VerifiedRule.ACTS_BELONG_TO_BATCHES, "select count(*) from registration", """
            select count(*) || ' acts of an unknown batch' from registration r
            where not exists (select from act_batch b where b.id = r.batch) having count(*) > 0
            """),
    BATCHES_COME_FROM_FILES(VerifiedRule.BATCHES_COME_FROM_FILES, "select count(*) from act_batch", """
            select 'revision ' || coalesce(b.revision, 0) from act_batch b
            where not exists (select from inbound_file f
                              where f.id = b.inbound_file and f.status in ('ACCEPTED', 'PARTLY_ACCEPTED'))
            """),
    ACCEPTED_ROWS_ARE_ACTS(
            VerifiedRule.ACCEPTED_ROWS_ARE_ACTS, "select count(*) from inbound_file where status is not null", """
            select f.stem || ': ' || f.accepted || ' rows accepted, ' || coalesce(sum(b.acts), 0) || ' acts'
            from inbound_file f left join act_batch b on b.inbound_file = f.id
            where f.status is not null
            group by f.id having f.accepted <> coalesce(sum(b.acts), 0) or count(b.id) > 1
            """),
    ROWS_ARE_ACCEPTED_OR_REFUSED(
            VerifiedRule.ROWS_ARE_ACCEPTED_OR_REFUSED,
            "select count(*) from inbound_file where status is not null",
            "select stem from inbound_file where status is not null and rows <> accepted + refused"),
    REFUSED_ROWS_HAVE_FINDINGS(
            VerifiedRule.REFUSED_ROWS_HAVE_FINDINGS,
            "select count(*) from inbound_file where status in ('ACCEPTED', 'PARTLY_ACCEPTED')",
            """
            select f.stem || ': ' || f.refused || ' rows refused, findings on ' || count(distinct n.line)
            from inbound_file f
            left join finding n on n.inbound_file = f.id and n.code not in ('SEGMENT_UNKNOWN', 'ROW_REPEATED')
            where f.status in ('ACCEPTED', 'PARTLY_ACCEPTED')
            group by f.id having f.refused <> count(distinct n.line)
            """);

    private final VerifiedRule rule;
    private final String count;
    private final String offenders;

    SumRule(VerifiedRule rule, String count, String offenders) {
        this.rule = rule;
        this.count = count;
        this.offenders = offenders;
    }

    Check check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long checked;
            try (ResultSet row = statement.executeQuery(count)) {
                row.next();
                checked = row.getLong(1);
            }
            long wrong = 0;
            List<String> examples = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(offenders)) {
                while (rows.next()) {
                    wrong++;
                    if (examples.size() < Check.EXAMPLES) {
                        examples.add(rows.getString(1));
                    }
                }
            }
            return new Check(rule, checked, wrong, examples);
        }
    }
}
