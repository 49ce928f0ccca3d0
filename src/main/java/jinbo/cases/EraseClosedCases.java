package jinbo.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords;
import jinbo.cases.CaseAccessTemplate.Done;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Erases phone numbers and texts of cases whose retention period has ended (rule 10 of {@code docs/rules.md}). */
@Component
public record EraseClosedCases(
        JdbcClient jdbc, DecisionRecords records, ProtectedCallData calls, CaseAccessTemplate accesses, Clock clock) {

    private record ClosedCase(long id, String number) {}

    /**
     * Erases the numbers and texts of the cases that were closed on this day or before, and returns the count of these
     * cases.
     */
    public int closedOnOrBefore(LocalDate day, Actor by) {
        List<ClosedCase> due = due(day);
        if (due.isEmpty()) {
            return 0;
        }
        Access access = new Access(
                by, AccessAction.ERASE, "the retention period of the case has ended", Optional.empty(), "closed cases");
        return accesses.execute(access, permit -> {
            due.forEach(closed -> records.record(
                    CaseRecords.CASE,
                    closed.number(),
                    by,
                    () -> jdbc.sql("insert into call_case_erasure (call_case, erased_at, intent) values (?, ?, ?)"
                                    + " on conflict do nothing")
                            .params(closed.id(), clock.instant().atOffset(ZoneOffset.UTC), permit.accessId())
                            .update()));
            List<Long> ids = due.stream().map(ClosedCase::id).toList();
            return new Done<>(due.size(), "ERASED", calls.erase(permit, ids));
        });
    }

    private List<ClosedCase> due(LocalDate day) {
        return jdbc.sql("""
                select c.id, c.number from call_case c
                join newest_case_event e on e.call_case = c.id
                where e.state = 'CLOSED' and e.at < ?
                  and not exists (select from call_case_erasure where call_case = c.id)
                order by c.id
                """)
                .param(day.plusDays(1).atStartOfDay(BusinessTime.ZONE).toOffsetDateTime())
                .query(ClosedCase.class)
                .list();
    }
}
