package jinbo.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the decisions of cases; the newest one counts. */
@Component
record CaseDecisions(JdbcClient jdbc, DecisionRecords records) {

    void record(CaseRows.Stored stored, CaseDecision decision, Actor by) {
        records.record(
                CaseRecords.CASE,
                stored.summary().number().value(),
                by,
                () -> jdbc.sql("""
                insert into call_case_decision (call_case, ruling, grounds, proposed, reason, evidence_sha256, decided_by,
                    confirmed_by, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                        .params(
                                stored.id(),
                                decision.ruling().name(),
                                decision.grounds().stream()
                                        .map(ViolationGround::name)
                                        .sorted()
                                        .toArray(String[]::new),
                                decision.proposed().map(CaseRuling::name).orElse(null),
                                decision.reason(),
                                decision.evidenceSha256(),
                                decision.decidedBy(),
                                decision.confirmedBy().orElse(null),
                                decision.at().atOffset(ZoneOffset.UTC))
                        .update());
    }

    List<CaseDecision> of(CaseRows.Stored stored) {
        return jdbc.sql("select * from call_case_decision where call_case = ? order by id")
                .param(stored.id())
                .query(CaseDecisions::read)
                .list();
    }

    private static CaseDecision read(ResultSet row, int number) throws SQLException {
        return new CaseDecision(
                CaseRuling.valueOf(row.getString("ruling")),
                Arrays.stream((String[]) row.getArray("grounds").getArray())
                        .map(ViolationGround::valueOf)
                        .collect(Collectors.toSet()),
                Optional.ofNullable(row.getString("proposed")).map(CaseRuling::valueOf),
                row.getString("reason"),
                row.getString("evidence_sha256"),
                row.getString("decided_by"),
                Optional.ofNullable(row.getString("confirmed_by")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
