package jinbo.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.exchange.format.CaseNotice;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what no file has told an insurer yet: complaints, and decisions about cases that it was asked about. */
@Component
record UnnotifiedCases(JdbcClient jdbc, CaseDeadlines deadlines, Clock clock) {

    /** A decision about a case that the insurer was never asked about does not concern it. */
    private static final String DECISIONS = """
            select c.id, c.number, d.id as decision, d.ruling, d.grounds, e.state <> 'UPHELD' or %s as final
            from call_case c
            join newest_case_event e on e.call_case = c.id
            join newest_case_decision d on d.call_case = c.id
            left join newest_case_party p on p.call_case = c.id
            cross join (select ?::text as code) i
            where e.state in ('UPHELD', 'DISMISSED', 'CLOSED') and coalesce(p.insurer, c.insurer) = i.code
              and c.id in (select id from call_case where insurer = i.code union all
                           select call_case from call_case_party where insurer = i.code)
              and not exists (select from case_notice n where n.decision = d.id)
              and exists (select from case_notice n join case_file f on f.id = n.case_file
                          where n.call_case = c.id and n.notice = 'COMPLAINT' and f.insurer = coalesce(p.insurer, c.insurer)
                            and f.withheld_at is null)
            order by d.id
            """.formatted(CaseSide.HAS_CONTESTED);

    /** The open cases of an insurer, the oldest first. */
    List<CaseNumber> complaints(InsurerCode insurer) {
        return jdbc.sql("""
                select c.number from call_case c
                join newest_case_event e on e.call_case = c.id
                left join newest_case_party p on p.call_case = c.id
                cross join (select ?::text as code) i
                where e.state = 'OPEN' and c.id in (select call_case from call_case_open) and coalesce(p.insurer, c.insurer) = i.code
                  and c.id in (select id from call_case where insurer = i.code union all
                               select call_case from call_case_party where insurer = i.code)
                order by c.id
                """).param(insurer.value()).query(String.class).list().stream()
                .map(CaseNumber::new)
                .toList();
    }

    /** The decisions that count and that the insurer does not know, in the order in which they were taken. */
    List<PendingNotice> decisions(InsurerCode insurer) {
        return jdbc.sql(DECISIONS).param(insurer.value()).query(this::decision).list();
    }

    private PendingNotice decision(ResultSet row, int number) throws SQLException {
        CaseRuling ruling = CaseRuling.valueOf(row.getString("ruling"));
        Set<String> grounds =
                Arrays.stream((String[]) row.getArray("grounds").getArray()).collect(Collectors.toUnmodifiableSet());
        CaseNotice.Decision notice = new CaseNotice.Decision(
                row.getString("number"),
                ruling.decided() == CaseState.UPHELD,
                ruling.name(),
                grounds,
                row.getBoolean("final") ? Optional.empty() : lastDay(ruling));
        return PendingNotice.ofDecision(notice, row.getLong("id"), row.getLong("decision"));
    }

    /** For an appeal, if the file is delivered today; if later, the later day counts. */
    private Optional<LocalDate> lastDay(CaseRuling ruling) {
        return deadlines.after(ruling.decided(), clock.instant()).map(CaseDeadlines.Due::on);
    }
}
