package jinbo.batch.reconciliation;

import java.util.List;

/** Rules about registrations, their batches and consumers' choices. */
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
            // queries skip pages by first and last number, so numbers must ascend and have their stored form
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
            // the day is that in Beijing, whatever the time zone of the server
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
                    """),
            // A term ends a day later if its month lacks the day; that of a renewal begins at the end of the choice
            // before. At new year choice and entry may use different keys. Clocks are more precise than stored times,
            // and before December 2026 dates were rounded and registrations truncated.
            new QueryRule(
                    VerifiedRule.CONSUMER_REGISTRATIONS_ARE_REGISTERED,
                    "select count(*) from consumer_registration",
                    """
                    select 'revision ' || w.revision
                    from consumer_registration w
                    left join registration_batch b on b.revision = w.revision and b.kind = 'CHOICE'
                    left join access_log_entry e
                      on e.id = w.entry and e.phase = 'RESULT' and e.action = 'CHOOSE' and e.role = 'CONSUMER' and e.acts_batch = b.id
                    left join lateral (
                        select coalesce(array_agg(s.name order by s.name) filter (where s.name is not null), '{}') as named,
                               min(s.expires_on) as first_end, max(s.expires_on) as last_end
                        from (select coalesce(
                                         (select l.code from business_line l where l.scope = m.scope),
                                         (select distinct l.insurer || '/' || l.line from insurer_line l where l.scope = m.scope)) as name,
                                     r.expires_on
                              from registration_row r
                              left join registration_scope c on c.scope = r.scope
                              cross join lateral unnest(coalesce(c.means, array[r.scope])) m (scope)
                              where r.batch = b.id) s) a on true
                    left join lateral (
                        select array_agg((f.first + t.months)::date
                                   + case when extract(day from f.first + t.months) = extract(day from f.first)
                                          then 0 else 1 end) as until,
                               bool_or(f.erased) as erased
                        from (select case w.term when '6M' then interval '6 months' when '1Y' then interval '1 year'
                                         when '2Y' then interval '2 years' end as months) t,
                             lateral (select w.effective_on as first, false as erased where not starts_with(e.purpose, 'the holder renews')
                                      union all
                                      select o.expires_on, r.mobile is null
                                      from (select distinct mobile from registration_row where batch = b.id offset 0) r
                                      left join lateral (
                                          select expires_on from registration_row
                                          where (mobile / 1000)::int = (r.mobile / 1000)::int and mobile = r.mobile
                                            and batch < b.id offset 0) o on true
                                      where starts_with(e.purpose, 'the holder renews')) f) d on true
                    where b.id is null or e.id is null
                       or abs(extract(epoch from w.registered_at - b.registered_at)) > 0.000001
                       or split_part(w.subject, ':', 1) = split_part(e.subject, ':', 1) and w.subject <> e.subject
                       or abs(split_part(w.subject, ':', 1)::int - extract(year from b.registered_on)) > 1
                       or (select coalesce(array_agg(n order by n), '{}') from unnest(w.named) n) <> a.named
                       or w.effective_on is distinct from b.effective_on
                       or w.term is not null
                          and (not coalesce(d.erased or w.expires_on = any (d.until), false) or a.first_end <> w.expires_on or a.last_end <> w.expires_on
                               or position('wording ' || w.consent in e.purpose) = 0)
                    union all
                    select 'revision ' || b.revision || ', of which no choice is kept'
                    from access_log_entry e join registration_batch b on b.id = e.acts_batch
                    where e.action = 'CHOOSE' and e.role = 'CONSUMER'
                      and not exists (select from consumer_registration w where w.revision = b.revision)
                    """));

    private RegistrationRules() {}
}
