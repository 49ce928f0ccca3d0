package jinbo.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseDossiers.CaseDossier;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
record CaseAnswers(JdbcClient jdbc) {

    /** @param line physical line of the inbound file */
    void record(CaseRows.Stored stored, CaseAnswer answer, long inboundFile, int line) {
        Optional<Exemption> claim = answer.exemption();
        jdbc.sql("""
            insert into call_case_answer (call_case, insurer, inbound_file, line, received_at, answer, dispute, words,
                policy_from, policy_until, sold_by_telephone, service_call, evidence_reference)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        stored.id(),
                        answer.insurer().value(),
                        inboundFile,
                        line,
                        answer.receivedAt().atOffset(ZoneOffset.UTC),
                        answer.content().kind().name(),
                        answer.dispute().map(DisputeReason::name).orElse(null),
                        answer.words(),
                        claim.map(Exemption::policyFrom).orElse(null),
                        claim.map(Exemption::policyUntil).orElse(null),
                        claim.map(Exemption::soldByTelephone).orElse(null),
                        claim.map(Exemption::serviceCall).orElse(null),
                        claim.map(Exemption::evidenceReference).orElse(null))
                .update();
    }

    List<CaseAnswer> of(CaseRows.Stored stored) {
        return jdbc.sql("select * from call_case_answer where call_case = ? order by id")
                .param(stored.id())
                .query(CaseAnswers::read)
                .list();
    }

    List<CaseDossier.Answered> findWithSources(CaseRows.Stored stored) {
        return jdbc.sql("select * from call_case_answer where call_case = ? order by id")
                .param(stored.id())
                .query((row, number) ->
                        new CaseDossier.Answered(read(row, number), row.getLong("inbound_file"), row.getInt("line")))
                .list();
    }

    private static CaseAnswer read(ResultSet row, int number) throws SQLException {
        return new CaseAnswer(
                new InsurerCode(row.getString("insurer")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                content(row),
                row.getString("words"));
    }

    private static CaseAnswer.Content content(ResultSet row) throws SQLException {
        return switch (CaseAnswer.Kind.valueOf(row.getString("answer"))) {
            case ACCEPT -> new CaseAnswer.Accept();
            case DISPUTE -> new CaseAnswer.Dispute(DisputeReason.valueOf(row.getString("dispute")));
            case EXEMPTION ->
                new CaseAnswer.Exempt(new Exemption(
                        row.getObject("policy_from", LocalDate.class),
                        row.getObject("policy_until", LocalDate.class),
                        row.getBoolean("sold_by_telephone"),
                        row.getBoolean("service_call"),
                        row.getString("evidence_reference")));
            case APPEAL -> new CaseAnswer.Appeal();
        };
    }
}
