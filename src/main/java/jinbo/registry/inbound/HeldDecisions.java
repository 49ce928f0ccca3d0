package jinbo.registry.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;
import jinbo.accesslog.DecisionRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of operators' decisions about held files. */
@Component
public record HeldDecisions(JdbcClient jdbc, DecisionRecords records) {

    /** Records a decision; throws if the same verdict already has one. */
    public void record(HeldDecision decision) {
        records.record(
                InboundRecords.HELD,
                decision.inboundFile() + ", answer " + decision.answer(),
                decision.by(),
                () -> jdbc.sql("""
                insert into held_decision (inbound_file, answer, decision, reason, decided_by, acted_as,
                                           operating_system_user, confirmed_by, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                        .params(
                                decision.inboundFile(),
                                decision.answer(),
                                decision.kind().name(),
                                decision.reason(),
                                decision.by().name(),
                                decision.by().role().name(),
                                decision.by().operatingSystemUser(),
                                decision.by().confirmedBy().orElse(null),
                                decision.at().atOffset(ZoneOffset.UTC))
                        .update());
    }

    /** The decision that caused an answer, if any. */
    public Optional<HeldDecision> of(long inboundFile, int answer) {
        return jdbc.sql("select * from held_decision where inbound_file = ? and answer = ?")
                .params(inboundFile, answer)
                .query((row, number) -> new HeldDecision(
                        inboundFile,
                        answer,
                        HeldDecision.Kind.valueOf(row.getString("decision")),
                        row.getString("reason"),
                        actor(row, "decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** @param nameColumn the column with the name; the other columns have the same names in all tables */
    static Actor actor(ResultSet row, String nameColumn) throws SQLException {
        return new Actor(
                row.getString(nameColumn),
                ActorRole.valueOf(row.getString("acted_as")),
                row.getString("operating_system_user"),
                Optional.ofNullable(row.getString("confirmed_by")));
    }
}
