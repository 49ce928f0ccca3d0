package jinbo.cases.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.cases.CaseRuling;
import jinbo.cases.report.CaseCounts.AnswerTimes;
import jinbo.cases.report.CountCases.CaseGroup;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.calendar.WorkdayCalendar;
import jinbo.reference.calendar.YearNotLoadedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts cases for the report as they were at the end of a time span. Later changes to a case are counted in later
 * spans, so that the report on a month always has the same counts.
 */
@Component
record CountCases(JdbcClient jdbc, Calendars calendars) {

    /** Reads of each case the newest event and party before the end of the span, and the newest decision within it. */
    private static final String COUNTS = """
        select coalesce(p.insurer, c.insurer) as insurer, c.business_line,
               count(*) filter (where c.opened_at >= :from) as opened,
               count(*) filter (where d.ruling = 'VIOLATION') as violation,
               count(*) filter (where d.ruling = 'GRACE') as grace,
               count(*) filter (where d.ruling = 'SERVICE_CALL') as service_call,
               count(*) filter (where d.ruling = 'NOT_TOLD_IN_TIME') as not_told_in_time,
               count(*) filter (where d.ruling = 'NOT_BLOCKED') as not_blocked,
               count(*) filter (where d.ruling = 'NOT_ITS_CALL') as not_its_call,
               count(*) filter (where d.ruling = 'FILED_TWICE') as filed_twice,
               count(*) filter (where 'BLOCK' = any (d.grounds)) as block,
               count(*) filter (where 'HOURS' = any (d.grounds)) as hours,
               count(*) filter (where d.ruling is not null and f.asked and not exists (select from (
                       select insurer from call_case_answer where call_case = c.id and answer <> 'APPEAL'
                       order by id limit (select count(*) from call_case_event
                           where call_case = c.id and state = 'ANSWERED' and at < :until)) a
                   where a.insurer = coalesce(p.insurer, c.insurer))) as unanswered,
               count(*) filter (where e.state in ('OPEN', 'SENT', 'ANSWERED', 'APPEALED')) as undecided,
               count(*) filter (where e.state = 'SENT' and f.delivered is distinct from false
                   and e.due_on + coalesce(f.delay, 0) < :dayAfter) as overdue_at_insurer,
               count(*) filter (where e.state in ('OPEN', 'ANSWERED', 'APPEALED') and e.due_on < :dayAfter)
                   as overdue_at_association,
               coalesce(sum((select count(*) from call_case_event
                   where call_case = c.id and state = 'APPEALED' and at >= :from and at < :until)), 0) as appeals
        from call_case c
        cross join lateral (select state, due_on from call_case_event
            where call_case = c.id and at < :until order by id desc limit 1) e
        left join lateral (select insurer from call_case_party
            where call_case = c.id and at < :until order by id desc limit 1) p on true
        left join lateral (select true as asked, delivered_at is not null and delivered_at < :until as delivered,
                (delivered_at at time zone 'Asia/Shanghai')::date - (sealed_at at time zone 'Asia/Shanghai')::date
                    as delay
            from case_notice n join case_file g on g.id = n.case_file
            where n.call_case = c.id and n.notice = 'COMPLAINT' and g.insurer = coalesce(p.insurer, c.insurer)
              and g.sealed_at < :until and coalesce(g.withheld_at >= :until, true)
            order by g.id desc limit 1) f on true
        left join lateral (select ruling, grounds from call_case_decision
            where call_case = c.id and at >= :from and at < :until order by id desc limit 1) d on true
        where c.opened_at < :until
        group by 1, 2
        """;

    /** @param dayAfter the first day after the span in Beijing */
    Map<CaseGroup, CaseCounts> counts(Instant from, Instant until, LocalDate dayAfter) {
        Map<CaseGroup, CaseCounts> counts = new HashMap<>();
        jdbc.sql(COUNTS)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("dayAfter", dayAfter)
                .query((ResultSet row) -> {
                    counts.put(group(row), read(row));
                });
        return counts;
    }

    private static CaseCounts read(ResultSet row) throws SQLException {
        Map<CaseRuling, Long> decided = new EnumMap<>(CaseRuling.class);
        for (CaseRuling ruling : CaseRuling.values()) {
            decided.put(ruling, row.getLong(ruling.name()));
        }
        return new CaseCounts(
                row.getLong("opened"),
                decided,
                row.getLong("block"),
                row.getLong("hours"),
                row.getLong("unanswered"),
                new CaseCounts.Standing(
                        row.getLong("undecided"),
                        row.getLong("overdue_at_insurer"),
                        row.getLong("overdue_at_association")),
                AnswerTimes.NONE,
                row.getLong("appeals"),
                0);
    }

    /**
     * Counts the working days from the delivery of a notice to the receipt of the first answer. Appeals do not count as
     * answers. An answer counts in the span in which it was recorded: an answer in a held file, when it is released.
     */
    Map<CaseGroup, AnswerTimes> answerTimes(Instant from, Instant until) {
        WorkdayCalendar calendar = calendars.current();
        Map<CaseGroup, AnswerTimes> times = new HashMap<>();
        jdbc.sql("""
            select a.insurer, c.business_line, a.received_at, coalesce(
                (select max(f.delivered_at) from case_notice n join case_file f on f.id = n.case_file
                 where n.call_case = c.id and n.notice = 'COMPLAINT' and f.insurer = a.insurer
                   and f.delivered_at <= a.received_at),
                (select max(at) from call_case_event
                 where call_case = c.id and state = 'SENT' and at <= a.received_at),
                a.received_at) as asked
            from call_case_event e
            join call_case c on c.id = e.call_case
            cross join lateral (select insurer, received_at from call_case_answer
                where call_case = c.id and answer <> 'APPEAL'
                order by id offset (select count(*) from call_case_event
                    where call_case = c.id and state = 'ANSWERED' and id < e.id) limit 1) a
            where e.state = 'ANSWERED' and e.at >= ? and e.at < ?
            """)
                .params(from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    List<Integer> workdays = workdays(calendar, date(row, "asked"), date(row, "received_at"));
                    times.merge(group(row), new AnswerTimes(1, workdays), AnswerTimes::plus);
                });
        return times;
    }

    /** Returns a list with the number of working days; an empty list if the calendar does not cover these days. */
    private static List<Integer> workdays(WorkdayCalendar calendar, LocalDate askedOn, LocalDate answeredOn) {
        try {
            return List.of((int) askedOn.plusDays(1)
                    .datesUntil(answeredOn.plusDays(1))
                    .filter(calendar::isWorkday)
                    .count());
        } catch (YearNotLoadedException notLoaded) {
            return List.of();
        }
    }

    private static CaseGroup group(ResultSet row) throws SQLException {
        return new CaseGroup(
                Optional.ofNullable(row.getString("insurer")).map(InsurerCode::new),
                Optional.ofNullable(row.getString("business_line")).map(LineCode::new));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return BusinessTime.dateOf(row.getObject(column, OffsetDateTime.class).toInstant());
    }

    /** The insurer and line of business of the cases that are counted together; empty if unknown. */
    record CaseGroup(Optional<InsurerCode> insurer, Optional<LineCode> line) {}
}
