package jinbo.cases.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.cases.report.CountCases.CaseGroup;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.calendar.WorkdayCalendar;
import jinbo.reference.calendar.YearNotLoadedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Measures how many working days insurers took to answer, from the day on which the question lay on their drop to the file that answered. */
@Component
record ComputeAnswerTimes(JdbcClient jdbc, Calendars calendars) {

    private record Answered(CaseGroup group, LocalDate asked, LocalDate on) {}

    /** Of first answers that came in a span of time; an appeal is no answer. */
    Map<CaseGroup, AnswerTimes> between(Instant from, Instant until) {
        WorkdayCalendar calendar = calendars.current();
        Map<CaseGroup, AnswerTimes> times = new HashMap<>();
        for (Answered answered : answers(from, until)) {
            OptionalInt took = workdays(calendar, answered.asked(), answered.on());
            times.merge(
                    answered.group(), new AnswerTimes(1, took.stream().boxed().toList()), AnswerTimes::plus);
        }
        return times;
    }

    private List<Answered> answers(Instant from, Instant until) {
        return jdbc.sql("""
            select a.insurer, c.business_line, coalesce(
                (select max(f.delivered_at) from case_notice n join case_file f on f.id = n.case_file
                 where n.call_case = a.call_case and n.notice = 'COMPLAINT' and f.insurer = a.insurer
                   and f.delivered_at between s.at and a.received_at), s.at) as asked, a.received_at
            from call_case_answer a
            join call_case c on c.id = a.call_case
            cross join lateral (select at from call_case_event
                where call_case = a.call_case and state = 'SENT' and at <= a.received_at order by id desc limit 1) s
            where a.received_at >= ? and a.received_at < ? and a.answer <> 'APPEAL'
              and not exists (select from call_case_answer b
                  where b.call_case = a.call_case and b.insurer = a.insurer and b.answer <> 'APPEAL'
                    and b.id < a.id and b.received_at >= s.at)
            """)
                .params(from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Answered(
                        new CaseGroup(
                                Optional.of(new InsurerCode(row.getString("insurer"))),
                                Optional.ofNullable(row.getString("business_line"))
                                        .map(LineCode::new)),
                        BusinessTime.dateOf(
                                row.getObject("asked", OffsetDateTime.class).toInstant()),
                        BusinessTime.dateOf(row.getObject("received_at", OffsetDateTime.class)
                                .toInstant())))
                .list();
    }

    private static OptionalInt workdays(WorkdayCalendar calendar, LocalDate asked, LocalDate on) {
        try {
            return OptionalInt.of((int) asked.plusDays(1)
                    .datesUntil(on.plusDays(1))
                    .filter(calendar::isWorkday)
                    .count());
        } catch (YearNotLoadedException notThere) {
            return OptionalInt.empty();
        }
    }
}
