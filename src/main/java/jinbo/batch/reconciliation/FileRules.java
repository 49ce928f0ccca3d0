package jinbo.batch.reconciliation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jinbo.exchange.format.FindingCode;

/** Rules about uploads: their rows, registrations, decisions, findings and answers. */
final class FileRules {

    private static final String JUDGED =
            "select count(*) from inbound_file f where f.status is not null and {file f.id}";

    private static final String WARNINGS = Arrays.stream(FindingCode.values())
            .filter(code -> code.severity() == FindingCode.Severity.WARNING)
            .map(code -> "'" + code.name() + "'")
            .collect(Collectors.joining(", "));

    private static final String FILES = "select count(*) from inbound_file f where {file f.id}";

    static final List<QueryRule> ALL = List.of(
            new QueryRule(VerifiedRule.ROWS_ARE_ACCEPTED_OR_REFUSED, JUDGED, """
                    select f.stem || ': ' || f.rows || ' rows, ' || f.accepted || ' accepted, ' || f.refused || ' refused'
                    from inbound_file f
                    where f.status is not null and {file f.id} and f.rows <> f.accepted + f.refused
                    """),
            new QueryRule(VerifiedRule.ACCEPTED_ROWS_ARE_REGISTRATIONS, JUDGED, """
                    select f.stem || ': ' || f.accepted || ' rows accepted, ' || coalesce(sum(b.rows), 0) || ' registrations in '
                        || count(b.id) || ' batches'
                    from inbound_file f
                    left join lateral (
                        -- one row of a file may take back many registrations
                        select a.id, case a.kind when 'WITHDRAWALS'
                                     then (select count(distinct w.line) from withdrawal w where w.batch = a.id)
                                     else a.registrations end as rows
                        from registration_batch a where a.inbound_file = f.id) b on true
                    where f.status is not null and {file f.id}
                    group by f.id
                    -- a row of answers to cases is no registration
                    having f.accepted <> coalesce(sum(b.rows), 0)
                            + (select count(*) from call_case_answer a where a.inbound_file = f.id)
                        or count(b.id) > 1
                    """),
            new QueryRule(VerifiedRule.RECEIPTS_TELL_THE_FIRST_DAY, JUDGED, """
                    select f.stem || ': ' || coalesce(f.effective_on::text, 'no day') || ' told, '
                        || coalesce(b.effective_on::text, 'no day') || ' registered'
                    from inbound_file f left join registration_batch b on b.inbound_file = f.id
                    where f.status is not null and {file f.id} and f.effective_on is distinct from b.effective_on
                    """),
            new QueryRule(
                    VerifiedRule.HELD_FILES_CHANGE_NOTHING,
                    "select count(*) from inbound_file f where f.status = 'HELD' and {file f.id}",
                    """
                    select f.stem
                    from inbound_file f
                    where f.status = 'HELD' and {file f.id}
                      and (f.accepted <> 0
                           or (select count(*) from registration_batch b where b.inbound_file = f.id) > 0
                           or (select count(*) from finding n
                               where n.inbound_file = f.id and n.code in ('TOO_MANY_REFUSED', 'UNUSUAL_VOLUME')) <> 1)
                    """),
            new QueryRule(
                    VerifiedRule.DECISIONS_TAKE_EFFECT,
                    "select count(*) from held_decision d where {file d.inbound_file}",
                    """
                    select f.stem || ', answer ' || d.answer || ': ' || d.decision || ', file ' || coalesce(f.status, 'not judged')
                    from held_decision d join inbound_file f on f.id = d.inbound_file
                    where {file d.inbound_file}
                      and (d.answer < 2
                           or f.judged_answer < d.answer - 1
                           or f.judged_answer = d.answer - 1 and f.status <> 'HELD'
                           or f.judged_answer >= d.answer and f.status = 'HELD'
                           or f.judged_answer >= d.answer and d.decision = 'REFUSE'
                              and (f.status <> 'REFUSED'
                                   or (select count(*) from finding n
                                       where n.inbound_file = f.id and n.code = 'REFUSED_BY_OPERATOR') <> 1))
                    union all
                    select f.stem || ', answer ' || f.judged_answer || ': nobody decided'
                    from inbound_file f
                    where f.judged_answer > 1 and {file f.id}
                      and not exists (select from held_decision d
                                      where d.inbound_file = f.id and d.answer = f.judged_answer)
                    """),
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
                    """),
            new QueryRule(VerifiedRule.FINISHED_FILES_ARE_ANSWERED, FILES, """
                    select f.stem || ', answer ' || verdict.answer || ': ' || expected.kind || ' delivered ' || sent.times || ' times'
                    from inbound_file f,
                         generate_series(1, f.finished_answer) as verdict (answer),
                         unnest(array['OUTCOME', 'RECEIPT']) as expected (kind),
                         lateral (select count(*) as times from answer a
                                  where a.inbound_file = f.id and a.answer = verdict.answer and a.kind = expected.kind
                                    and a.delivered_at is not null) as sent
                    where {file f.id} and sent.times <> 1
                    """),
            new QueryRule(VerifiedRule.ANSWERS_FOLLOW_VERDICTS, FILES, """
                    select f.stem || ': verdicts ' || f.judged_answer || ', finished ' || f.finished_answer
                    from inbound_file f
                    where {file f.id}
                      and (f.finished_answer > f.judged_answer
                           or (f.status is null) <> (f.judged_answer = 0)
                           or (select count(*) from answer a
                               where a.inbound_file = f.id and a.answer not between 1 and f.judged_answer) > 0)
                    union all
                    select 'answer ' || a.answer || ' of file ' || a.inbound_file || ', which is none of ' || a.insurer
                    from answer a left join inbound_file f on f.id = a.inbound_file
                    where {file a.inbound_file} and f.insurer is distinct from a.insurer
                    """),
            new QueryRule(VerifiedRule.ARCHIVED_FILES_ARE_ANSWERED, FILES, """
                    select f.stem
                    from inbound_file f
                    where {file f.id}
                      and (f.archived_as is null and f.finished_answer > 0
                           or f.archived_as is not null
                              and (select count(*) from answer a
                                   where a.inbound_file = f.id and a.answer = 1 and a.kind = 'RECEIPT'
                                     and a.delivered_at is not null) = 0)
                    """),
            new QueryRule(
                    VerifiedRule.RECEIPTS_FOLLOW_OUTCOMES,
                    "select count(*) from answer a where a.kind = 'RECEIPT' and a.delivered_at is not null and {file a.inbound_file}",
                    """
                    select f.stem || ', answer ' || a.answer
                    from answer a
                    join inbound_file f on f.id = a.inbound_file
                    left join answer o on o.inbound_file = a.inbound_file and o.answer = a.answer and o.kind = 'OUTCOME'
                    where a.kind = 'RECEIPT' and a.delivered_at is not null and {file a.inbound_file}
                      and (o.delivered_at is null or o.delivered_at > a.delivered_at + interval '5 minutes')
                    """));

    private FileRules() {}
}
