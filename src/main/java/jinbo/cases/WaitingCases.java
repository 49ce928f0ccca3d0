package jinbo.cases;

import java.time.Clock;
import jinbo.insurer.InsurerCode;
import jinbo.workday.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the cases that go on only if somebody does something. */
@Component
public class WaitingCases {

    private static final String NOW = """
            from call_case c
            cross join lateral (select state, due_on from call_case_event where call_case = c.id order by id desc limit 1) e
            left join lateral (select insurer from call_case_party where call_case = c.id order by id desc limit 1) p on true
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Open cases of which nobody knows whose they are. */
    public long withoutInsurer() {
        return jdbc.sql("select count(*) " + NOW + "where e.state = 'OPEN' and coalesce(p.insurer, c.insurer) is null")
                .query(Long.class)
                .single();
    }

    /** Cases that an insurer has not answered by the day for it. */
    public long unanswered(InsurerCode insurer) {
        return jdbc.sql("select count(*) " + NOW + """
                        cross join (select ?::text as code) i
                        where e.state = 'SENT' and e.due_on < ? and coalesce(p.insurer, c.insurer) = i.code
                          and c.id in (select id from call_case where insurer = i.code union all
                                       select call_case from call_case_party where insurer = i.code)
                        """)
                .params(insurer.value(), BusinessTime.dateOf(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Cases that are answered, or contested, and wait for people to decide. */
    public long undecided() {
        return jdbc.sql("select count(*) " + NOW + "where e.state in ('ANSWERED', 'APPEALED')")
                .query(Long.class)
                .single();
    }
}
