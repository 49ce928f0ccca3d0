package jinbo.batch.reconciliation;

import java.util.List;

/** Inbound files: each row counted, each accepted one a registration, held ones without any, decisions carried out. */
final class FileRules {

    private static final String JUDGED =
            "select count(*) from inbound_file f where f.status is not null and {file f.id}";

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
                    """));

    private FileRules() {}
}
