package jinbo.batch.reconciliation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jinbo.exchange.format.FindingCode;

/** Findings against the counts that receipts tell. A row is known by the line on which it starts; line 0 is the file. */
final class FindingRules {

    private static final String WARNINGS = Arrays.stream(FindingCode.values())
            .filter(code -> code.severity() == FindingCode.Severity.WARNING)
            .map(code -> "'" + code.name() + "'")
            .collect(Collectors.joining(", "));

    static final List<QueryRule> ALL = List.of(
            new QueryRule(
                    VerifiedRule.REFUSED_ROWS_HAVE_FINDINGS,
                    "select count(*) from inbound_file f where f.status in ('ACCEPTED', 'PARTLY_ACCEPTED') and {file f.id}",
                    """
                    select f.stem || ': ' || f.refused || ' rows refused, findings on ' || n.lines
                    from inbound_file f,
                         lateral (select count(distinct n.line) as lines from finding n
                                  where n.inbound_file = f.id and n.line > 0 and n.code not in (%s)) n
                    where f.status in ('ACCEPTED', 'PARTLY_ACCEPTED') and {file f.id} and f.refused <> n.lines
                    """.formatted(WARNINGS)),
            new QueryRule(
                    VerifiedRule.WARNED_ROWS_HAVE_WARNINGS,
                    "select count(*) from inbound_file f where f.status is not null and {file f.id}",
                    """
                    select f.stem || ': ' || f.warned || ' rows warned, warnings alone on ' || n.lines
                    from inbound_file f,
                         lateral (select count(*) as lines
                                  from (select from finding n
                                        where n.inbound_file = f.id and n.line > 0
                                        group by n.line having bool_and(n.code in (%s))) warned) n
                    where f.status is not null and {file f.id} and f.warned <> n.lines
                    """.formatted(WARNINGS)),
            new QueryRule(
                    VerifiedRule.FINDINGS_ARE_COUNTED, "select count(*) from inbound_file f where {file f.id}", """
                    select f.stem
                    from inbound_file f,
                         lateral (select coalesce(jsonb_object_agg(n.code, n.times), '{}') as listed
                                  from (select n.code, count(*) as times from finding n
                                        where n.inbound_file = f.id group by n.code) n) n
                    where {file f.id} and f.finding_counts <> n.listed
                    """),
            new QueryRule(
                    VerifiedRule.FINDINGS_BELONG_TO_FILES, "select count(distinct inbound_file) from finding", """
                    select 'file number ' || n.inbound_file || ', which is not there'
                    from (select distinct inbound_file from finding) n
                    where not exists (select from inbound_file f where f.id = n.inbound_file)
                    """));

    private FindingRules() {}
}
