package jinbo.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.Actor;
import jinbo.cases.AnnouncedAccess.Done;
import jinbo.workday.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets who complained, who called and what was written in cases that were closed long ago: rule 10 of the design. */
@Component
public class EraseClosedCases {

    private final JdbcClient jdbc;
    private final GuardedCalls calls;
    private final AnnouncedAccess accesses;
    private final Clock clock;

    EraseClosedCases(JdbcClient jdbc, GuardedCalls calls, AnnouncedAccess accesses, Clock clock) {
        this.jdbc = jdbc;
        this.calls = calls;
        this.accesses = accesses;
        this.clock = clock;
    }

    /**
     * Erases what lies behind the gate of cases that were closed on a day or before. Nothing is opened, and nothing logged, if
     * there are none.
     *
     * @return of how many cases
     */
    public int closedBy(LocalDate day, Actor by) {
        List<Long> due = due(day);
        if (due.isEmpty()) {
            return 0;
        }
        Access access = new Access(
                by,
                AccessAction.ERASE,
                "nobody is to be known longer than the case needs",
                Optional.empty(),
                "closed cases");
        return accesses.of(access, permit -> {
            jdbc.sql("insert into call_case_erasure (call_case, erased_at) select unnest(?), ? on conflict do nothing")
                    .params(due.toArray(Long[]::new), clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return new Done<>(due.size(), "ERASED", calls.erase(permit, due));
        });
    }

    private List<Long> due(LocalDate day) {
        return jdbc.sql("""
                select c.id from call_case c
                cross join lateral (select state, at from call_case_event where call_case = c.id order by id desc limit 1) e
                where e.state = 'CLOSED' and e.at < ?
                  and not exists (select from call_case_erasure where call_case = c.id)
                order by c.id
                """)
                .param(day.plusDays(1)
                        .atStartOfDay(BusinessTime.ZONE)
                        .toInstant()
                        .atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }
}
