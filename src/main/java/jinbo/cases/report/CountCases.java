package jinbo.cases.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jinbo.cases.CaseRuling;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the cases of a span of time as they stood at its end, so that the same span comes to the same whenever it is counted: what
 * is known later, of the party or in an appeal, belongs to a later one.
 */
@Component
record CountCases(JdbcClient jdbc) {

    /** Reads the whole of cases, events and decisions, but of each case only the newest by an index. */
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
               count(*) filter (where d.ruling is not null
                   and exists (select from call_case_event where call_case = c.id and state = 'SENT' and at < :until)
                   and not exists (select from call_case_answer
                       where call_case = c.id and insurer = coalesce(p.insurer, c.insurer) and answer <> 'APPEAL'
                         and received_at < :until)) as unanswered,
               count(*) filter (where e.state in ('OPEN', 'SENT', 'ANSWERED', 'APPEALED')) as undecided,
               count(*) filter (where e.state = 'SENT' and f.told is distinct from false
                   and e.due_on + coalesce(f.later, 0) < :dayAfter) as at_insurer,
               count(*) filter (where e.state in ('OPEN', 'ANSWERED', 'APPEALED') and e.due_on < :dayAfter)
                   as at_association,
               coalesce(sum((select count(*) from call_case_event
                   where call_case = c.id and state = 'APPEALED' and at >= :from and at < :until)), 0) as appeals
        from call_case c
        cross join lateral (select state, due_on from call_case_event
            where call_case = c.id and at < :until order by id desc limit 1) e
        left join lateral (select insurer from call_case_party
            where call_case = c.id and at < :until order by id desc limit 1) p on true
        left join lateral (select delivered_at is not null and delivered_at < :until as told,
                (delivered_at at time zone 'Asia/Shanghai')::date - (sealed_at at time zone 'Asia/Shanghai')::date as later
            from case_notice n join case_file g on g.id = n.case_file
            where n.call_case = c.id and n.notice = 'COMPLAINT' and g.insurer = coalesce(p.insurer, c.insurer)
              and g.sealed_at < :until and g.withheld_at is null order by g.id desc limit 1) f on true
        left join lateral (select ruling, grounds from call_case_decision
            where call_case = c.id and at >= :from and at < :until order by id desc limit 1) d on true
        where c.opened_at < :until
        group by 1, 2
        """;

    /**
     * Of each insurer and line that there is anything of, and of no known ones, without answers and lists.
     *
     * @param from first instant
     * @param until first instant after it
     * @param dayAfter the day on which that is, in the association's zone
     */
    Map<CaseGroup, CaseCounts> between(Instant from, Instant until, LocalDate dayAfter) {
        Map<CaseGroup, CaseCounts> counts = new HashMap<>();
        jdbc.sql(COUNTS)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("dayAfter", dayAfter)
                .query(row -> {
                    counts.put(
                            new CaseGroup(
                                    Optional.ofNullable(row.getString("insurer"))
                                            .map(InsurerCode::new),
                                    Optional.ofNullable(row.getString("business_line"))
                                            .map(LineCode::new)),
                            read(row));
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
                        row.getLong("undecided"), row.getLong("at_insurer"), row.getLong("at_association")),
                AnswerTimes.NONE,
                row.getLong("appeals"),
                0);
    }

    /** Cases that are counted together. */
    record CaseGroup(Optional<InsurerCode> insurer, Optional<LineCode> line) {}
}
