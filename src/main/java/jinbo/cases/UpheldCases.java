package jinbo.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;
import jinbo.reference.business.LineCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the cases that ended as violations, from which sanctions follow. */
@Component
public record UpheldCases(JdbcClient jdbc) {

    public List<UpheldCase> all() {
        return jdbc.sql("""
                select c.number, c.called_at, c.business_line,
                       coalesce(p.insurer, c.insurer) as insurer, p.unit, p.salesperson
                from call_case c
                join newest_case_event e on e.call_case = c.id
                join newest_case_decision d on d.call_case = c.id
                left join newest_case_party p on p.call_case = c.id
                where c.id in (select call_case from call_case_decision where ruling = 'VIOLATION')
                  and e.state = 'CLOSED' and d.ruling = 'VIOLATION' and coalesce(p.insurer, c.insurer) is not null
                order by c.called_at, c.id
                """)
                .query((row, number) -> new UpheldCase(
                        new CaseNumber(row.getString("number")),
                        new CaseParty(
                                new InsurerCode(row.getString("insurer")),
                                Optional.ofNullable(row.getString("unit")).map(UnitCode::new),
                                Optional.ofNullable(row.getString("salesperson"))
                                        .map(Salesperson::new)),
                        Optional.ofNullable(row.getString("business_line")).map(LineCode::new),
                        row.getObject("called_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** A closed case whose last decision is that the call broke a rule. */
    public record UpheldCase(CaseNumber number, CaseParty party, Optional<LineCode> businessLine, Instant calledAt) {}
}
