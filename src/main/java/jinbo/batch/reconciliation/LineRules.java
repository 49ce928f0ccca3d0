package jinbo.batch.reconciliation;

import java.util.List;

/** Rules about lines of business, and about the lines that insurers sell. */
final class LineRules {

    static final List<QueryRule> ALL = List.of(
            // rows without a decision: the database migrations made three lines of business, and assigned them to the
            // insurers of that time
            new QueryRule(VerifiedRule.LINES_ARE_WHAT_THEY_WERE, """
                    select (select count(*) from business_line) + (select count(*) from insurer_line)
                           + (select count(*) from registration_scope)
                    """, """
                    with first_line (code, scope, name, chinese_name, since) as (
                        values ('LIFE', 32001, 'Life and health insurance', '人身险', date '2000-01-01'),
                               ('PROPERTY', 32003, 'Property insurance other than motor', '其他财产险', date '2000-01-01'),
                               ('MOTOR', 32004, 'Motor insurance', '车险', date '2000-01-01')
                    ), before_lines (insurer, line, scope, since) as (
                        select i.code, v.line, i.scope + v.above, (i.joined_at at time zone 'Asia/Shanghai')::date
                        from insurer i
                        join (values ('LIFE', 'LIFE', 0), ('PROPERTY', 'MOTOR', 8000), ('PROPERTY', 'PROPERTY', 16000))
                            v (sector, line, above) on v.sector = i.sector
                    ), combined (scope, means) as (
                        select 32002, '{32003,32004}'::smallint[]
                        union all
                        select scope, array[scope + 8000, scope + 16000]::smallint[] from insurer where sector = 'PROPERTY'
                    )
                    select 'line of business ' || coalesce(l.code, f.code)
                    from (select * from business_line where added_at is null) l
                    full join first_line f using (code, scope, name, chinese_name, since)
                    where l.code is null or f.code is null
                    union all
                    select 'insurer ' || coalesce(l.insurer, b.insurer) || ' in ' || coalesce(l.line, b.line)
                    from (select * from insurer_line where added_at is null) l
                    full join before_lines b
                        on b.insurer = l.insurer and b.line = l.line and b.scope = l.scope and b.since = l.since
                    where l.insurer is null or b.insurer is null
                    union all
                    select 'registration scope ' || coalesce(s.scope, c.scope)
                    from (select * from registration_scope where added_at is null) s
                    full join combined c on c.scope = s.scope and c.means = s.means
                    where s.scope is null or c.scope is null
                    union all
                    select 'the number ' || scope || ' stands for several insurers or lines'
                    from (select scope, insurer || '/' || line as meaning from insurer_line
                          union all
                          select scope, 'several' from registration_scope) n
                    group by scope
                    having count(distinct meaning) > 1
                    union all
                    select 'registration scope ' || s.scope || ' means ' || m.scope || ', which stands for nothing'
                    from registration_scope s cross join lateral unnest(s.means) m (scope)
                    where m.scope not in (select scope from insurer_line union all select scope from business_line)
                    """));

    private LineRules() {}
}
