package jinbo.registry.inbound;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import jinbo.accesslog.DecisionRecords;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of decisions to ingest an upload again after a restore. */
@Component
public record ReingestDecisions(JdbcClient jdbc, DecisionRecords records) {

    /** Records a decision. Call this in the transaction that records the file. */
    public void record(ReingestDecision again) {
        records.record(
                InboundRecords.AGAIN,
                Long.toString(again.inboundFile()),
                again.by(),
                () -> jdbc.sql(
                                "insert into reingested (inbound_file, reason, asked_by, acted_as, operating_system_user, confirmed_by,"
                                        + " asked_at, lost_before) values (?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(
                                again.inboundFile(),
                                again.reason(),
                                again.by().name(),
                                again.by().role().name(),
                                again.by().operatingSystemUser(),
                                again.by().confirmedBy().orElse(null),
                                again.at().atOffset(ZoneOffset.UTC),
                                again.unrecordedBefore().atOffset(ZoneOffset.UTC))
                        .update());
    }

    public Optional<ReingestDecision> of(long inboundFile) {
        return jdbc.sql("select * from reingested where inbound_file = ?")
                .param(inboundFile)
                .query((row, number) -> new ReingestDecision(
                        inboundFile,
                        row.getString("reason"),
                        HeldDecisions.actor(row, "asked_by"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getObject("lost_before", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** How many files with this stem were ingested for the first time, not again. */
    public int countFirstIngested(InsurerCode insurer, String stem) {
        return jdbc.sql("""
                select count(*) from inbound_file f
                where insurer = ? and stem = ? and not exists (select from reingested where inbound_file = f.id)
                """).params(insurer.value(), stem).query(Integer.class).single();
    }
}
