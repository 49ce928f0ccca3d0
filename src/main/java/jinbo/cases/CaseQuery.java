package jinbo.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.accesslog.Subject;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how cases stand: their last step, whose they are, and by which day they go on. */
@Component
class CaseQuery {

    /** Of each case only the newest rows, by indexes. */
    private static final String ALL = """
            select c.*, coalesce(p.insurer, c.insurer) as party, e.state, e.at as since, e.due_on, t.asked, t.told_at from call_case c
            join newest_case_event e on e.call_case = c.id
            left join newest_case_party p on p.call_case = c.id
            left join lateral (
                select true as asked, coalesce(
                    (select f.delivered_at from case_notice n join case_file f on f.id = n.case_file
                     where n.call_case = c.id and f.insurer = a.insurer and f.withheld_at is null
                       and case e.state when 'SENT' then n.notice = 'COMPLAINT'
                           else n.decision = (select max(id) from call_case_decision where call_case = c.id) end
                     order by f.id desc limit 1),
                    (select on_day::timestamp at time zone 'Asia/Shanghai' from case_unnotified_day
                     where insurer = a.insurer and on_day >= (e.at at time zone 'Asia/Shanghai')::date
                     order by on_day offset %d limit 1)) as told_at
                from (select f.insurer from case_notice n join case_file f on f.id = n.case_file
                      where n.call_case = c.id and n.notice = 'COMPLAINT' and f.insurer = coalesce(p.insurer, c.insurer)
                        and f.withheld_at is null and e.state in ('SENT', 'UPHELD', 'DISMISSED') limit 1) a) t on true
            """;

    private final JdbcClient jdbc;
    private final BindingDeadlines days;
    private final String all;

    CaseQuery(JdbcClient jdbc, BindingDeadlines days, CaseSettings settings) {
        this.jdbc = jdbc;
        this.days = days;
        this.all = ALL.formatted(settings.countsAsToldAfterWorkdays() - 1);
    }

    /**
     * @param where of {@code c}, the case, {@code e}, its last step, and {@code p}, whose it became; with an order, if that matters
     */
    List<CaseRows.Stored> find(String where, Map<String, ?> values) {
        BindingDeadlines.Count count = days.count();
        return jdbc.sql(all + where)
                .params(values)
                .query((row, number) -> read(row, count))
                .list();
    }

    private static CaseRows.Stored read(ResultSet row, BindingDeadlines.Count count) throws SQLException {
        Optional<InsurerCode> party =
                Optional.ofNullable(row.getString("party")).map(InsurerCode::new);
        CaseState state = CaseState.valueOf(row.getString("state"));
        Instant since = instant(row, "since");
        BindingDeadlines.Wait wait = count.after(new BindingDeadlines.Step(
                state,
                since,
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                row.getBoolean("asked") ? party : Optional.empty(),
                Optional.ofNullable(row.getObject("told_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)));
        return new CaseRows.Stored(
                row.getLong("id"),
                Subject.parse(row.getString("subject")),
                CaseSource.valueOf(row.getString("source")),
                new CaseSummary(
                        new CaseNumber(row.getString("number")),
                        party,
                        Optional.ofNullable(row.getString("business_line")).map(LineCode::new),
                        instant(row, "called_at"),
                        CallPurpose.valueOf(row.getString("purpose")),
                        instant(row, "opened_at"),
                        state,
                        since,
                        wait.dueOn()),
                wait.running());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
