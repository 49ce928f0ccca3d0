package jinbo.batch.reconciliation;

import java.util.List;

/** Registrations and their batches: revisions without gaps, each batch whole, from a file, on its day. */
final class RegistrationRules {

    private static final String BATCHES = "select count(*) from registration_batch b where {file b.inbound_file}";

    static final List<QueryRule> ALL = List.of(
            new QueryRule(VerifiedRule.REVISIONS_HAVE_NO_GAPS, BATCHES, """
                    select 'revision ' || coalesce(b.revision::text, '(none)') || ' of batch ' || b.id
                        || ', head ' || h.revision
                    from registration_batch b, registry_head h
                    where {file b.inbound_file}
                      and (b.revision is null or b.revision < 1 or b.revision > h.revision
                           or b.revision > 1 and (select count(*) from registration_batch p where p.revision = b.revision - 1) = 0)
                    union all
                    select 'head ' || h.revision || ', which no batch has'
                    from registry_head h
                    where h.revision <> 0 and not exists (select from registration_batch b where b.revision = h.revision)
                    union all
                    select 'the registry has no head'
                    where not exists (select from registry_head)
                    """),
            new QueryRule(VerifiedRule.BATCHES_COUNT_THEIR_REGISTRATIONS, BATCHES, """
                    select 'revision ' || coalesce(b.revision::text, '(none)') || ': counts ' || b.registrations || ' registrations, holds ' || r.held
                    from registration_batch b,
                         lateral (select case b.kind when 'WITHDRAWALS'
                                         then (select count(*) from withdrawal w where w.batch = b.id)
                                         else count_registrations(b.id) end as held) r
                    where {file b.inbound_file} and b.registrations <> r.held
                    """),
            new QueryRule(VerifiedRule.REGISTRATIONS_BELONG_TO_BATCHES, "select count(*) from registration", """
                    select count(*) || ' registrations of an unknown batch'
                    from registration r
                    where not exists (select from registration_batch b where b.id = r.batch)
                    having count(*) > 0
                    """),
            // a page is passed over by its first and last number, and a number is looked for in the form that it has
            // there
            new QueryRule(
                    VerifiedRule.REGISTRATIONS_ARE_FOUND_BY_NUMBER, "select count(*) from registration_page", """
                    select 'batch ' || p.batch || ': ' || count(*) || ' pages whose numbers do not rise, or are none'
                    from registration_page p
                    where exists (select from generate_series(1, octet_length(places) - 1, 2) n
                                  where substring(places from n for 2)
                                            <> place_of(digits_at(places, n / 2))
                                     or substring(places from n for 2) < substring(places from n - 2 for 2))
                    group by p.batch
                    """),
            new QueryRule(VerifiedRule.ERASED_REGISTRATIONS_ARE_COUNTED, "select count(*) from registration", """
                    select e.registrations || ' registrations were erased, ' || r.registrations || ' stand without number'
                    from (select coalesce(sum(registrations), 0) as registrations from erasure) e,
                         (select count(*) as registrations from registration where subject is not null) r
                    where e.registrations <> r.registrations
                    """),
            new QueryRule(VerifiedRule.BATCHES_COME_FROM_FILES, BATCHES, """
                    select 'revision ' || coalesce(b.revision::text, '(none)')
                    from registration_batch b
                    where {file b.inbound_file}
                      and (b.kind = 'COMPLAINTS' or b.inbound_file is not null)
                      and not exists (select from inbound_file f join insurer i on i.code = f.insurer
                                      where f.id = b.inbound_file and f.status in ('ACCEPTED', 'PARTLY_ACCEPTED')
                                        and i.scope = b.insurer)
                    """),
            // the day is Beijing's, whatever zone the server keeps
            new QueryRule(VerifiedRule.BATCHES_ARE_REGISTERED_ON_RECEIPT, BATCHES, """
                    select coalesce(f.stem, 'batch ' || b.id) || ': registered on ' || b.registered_on
                    from registration_batch b
                    left join inbound_file f on f.id = b.inbound_file
                    left join held_decision d
                      on d.inbound_file = f.id and d.decision = 'RELEASE' and d.answer <= f.judged_answer
                    where {file b.inbound_file}
                      and (f.id is not null and b.registered_at <> coalesce(d.decided_at, f.received_at)
                           or b.registered_on <> (b.registered_at at time zone 'Asia/Shanghai')::date)
                    """),
            new QueryRule(VerifiedRule.WITHDRAWALS_TAKE_BACK_COMPLAINTS, "select count(*) from withdrawal", """
                    select 'batch ' || w.batch || ', line ' || w.line
                    from withdrawal w
                    left join registration_batch b on b.id = w.batch and b.kind = 'WITHDRAWALS'
                    left join registration_batch c on c.id = w.withdrawn_batch and c.kind = 'COMPLAINTS'
                    left join registration r on r.batch = w.withdrawn_batch and r.line = w.withdrawn_line
                    left join withdrawal_request a on a.batch = w.batch and a.line = w.line
                    where b.id is null or c.id is null or r.batch is null or c.insurer <> b.insurer or c.revision >= b.revision
                       or a.inbound_file is distinct from c.inbound_file
                       or coalesce(a.withdrawn_line, w.withdrawn_line) <> w.withdrawn_line
                    """));

    private RegistrationRules() {}
}
