package jinbo.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords;
import jinbo.participant.insurer.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the parties of cases. The newest one counts; without any, the insurer that the consumer named. */
@Component
record CaseParties(JdbcClient jdbc, DecisionRecords records) {

    void record(CaseRows.Stored stored, CaseParty party, Actor by, Instant at) {
        records.record(
                CaseRecords.CASE,
                stored.summary().number().value(),
                by,
                () -> jdbc.sql("""
                insert into call_case_party (call_case, insurer, unit, salesperson, at, actor) values (?, ?, ?, ?, ?, ?)
                """)
                        .params(
                                stored.id(),
                                party.insurer().value(),
                                party.unit().map(UnitCode::value).orElse(null),
                                party.salesperson().map(Salesperson::value).orElse(null),
                                at.atOffset(ZoneOffset.UTC),
                                by.toDisplayName())
                        .update());
    }

    Optional<CaseParty> of(CaseRows.Stored stored) {
        return jdbc.sql("select * from newest_case_party where call_case = ?")
                .param(stored.id())
                .query(CaseParty.class)
                .optional()
                .or(() -> stored.summary()
                        .insurer()
                        .map(insurer -> new CaseParty(insurer, Optional.empty(), Optional.empty())));
    }
}
