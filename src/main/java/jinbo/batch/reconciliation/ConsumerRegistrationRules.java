package jinbo.batch.reconciliation;

import java.util.List;

/** What consumers have said at the portal: each choice is one registration, and the access log vouches for it. */
final class ConsumerRegistrationRules {

    static final List<QueryRule> ALL = List.of(
            // a term that ends on a day which its month lacks ends a day later; at new year a choice may stand under
            // another key than its entry; clocks tell more than the microseconds that are kept, and before December
            // 2026 dates were
            // rounded to them and registrations cut off
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
                        select (w.effective_on + t.months)::date
                                   + case when extract(day from w.effective_on + t.months) = extract(day from w.effective_on)
                                          then 0 else 1 end as until
                        from (select case w.term when '6M' then interval '6 months' when '1Y' then interval '1 year'
                                         when '2Y' then interval '2 years' end as months) t) d on true
                    where b.id is null or e.id is null
                       or abs(extract(epoch from w.registered_at - b.registered_at)) > 0.000001
                       or split_part(w.subject, ':', 1) = split_part(e.subject, ':', 1) and w.subject <> e.subject
                       or abs(split_part(w.subject, ':', 1)::int - extract(year from b.registered_on)) > 1
                       or (select coalesce(array_agg(n order by n), '{}') from unnest(w.named) n) <> a.named
                       or w.effective_on is distinct from b.effective_on
                       or w.term is not null
                          and (coalesce(d.until <> w.expires_on, true) or a.first_end <> w.expires_on or a.last_end <> w.expires_on
                               or position('wording ' || w.consent in e.purpose) = 0)
                    union all
                    select 'revision ' || b.revision || ', of which no choice is kept'
                    from access_log_entry e join registration_batch b on b.id = e.acts_batch
                    where e.action = 'CHOOSE' and e.role = 'CONSUMER'
                      and not exists (select from consumer_registration w where w.revision = b.revision)
                    """));

    private ConsumerRegistrationRules() {}
}
