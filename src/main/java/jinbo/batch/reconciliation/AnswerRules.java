package jinbo.batch.reconciliation;

import java.util.List;

/** Answers: one outcome and one receipt a verdict, delivered in that order before the file is archived and finished. */
final class AnswerRules {

    private static final String FILES = "select count(*) from inbound_file f where {file f.id}";

    static final List<QueryRule> ALL = List.of(
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

    private AnswerRules() {}
}
