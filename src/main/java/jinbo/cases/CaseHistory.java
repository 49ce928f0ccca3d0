package jinbo.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords;
import jinbo.cases.CaseDossiers.CaseDossier;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds the parties (the insurers that are said to have called), answers and decisions of cases. */
@Component
record CaseHistory(JdbcClient jdbc, DecisionRecords records) {

    void recordParty(CaseRows.Stored stored, CaseParty party, Actor by, Instant at) {
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

    /** Returns the newest party; if none is recorded, the insurer that the consumer named. */
    Optional<CaseParty> party(CaseRows.Stored stored) {
        return jdbc.sql("select * from newest_case_party where call_case = ?")
                .param(stored.id())
                .query(CaseParty.class)
                .optional()
                .or(() -> stored.summary()
                        .insurer()
                        .map(insurer -> new CaseParty(insurer, Optional.empty(), Optional.empty())));
    }

    /** @param line the line in the inbound file, counted from 1 */
    void recordAnswer(CaseRows.Stored stored, CaseAnswer answer, long inboundFile, int line) {
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

    List<CaseDossier.Answered> answers(CaseRows.Stored stored) {
        return jdbc.sql("select * from call_case_answer where call_case = ? order by id")
                .param(stored.id())
                .query((row, number) ->
                        new CaseDossier.Answered(answer(row), row.getLong("inbound_file"), row.getInt("line")))
                .list();
    }

    private static CaseAnswer answer(ResultSet row) throws SQLException {
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

    void recordDecision(CaseRows.Stored stored, CaseDecision decision, Actor by) {
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

    List<CaseDecision> decisions(CaseRows.Stored stored) {
        return jdbc.sql("select * from call_case_decision where call_case = ? order by id")
                .param(stored.id())
                .query(CaseHistory::decision)
                .list();
    }

    private static CaseDecision decision(ResultSet row, int number) throws SQLException {
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

    /** The ids of a case's newest event, answer and party; 0 if there is none. Equal ids mean: no change. */
    record Version(long event, long answer, long party) {}

    Version version(CaseRows.Stored stored) {
        return jdbc.sql("""
            select coalesce((select max(id) from call_case_event where call_case = :id), 0) as event,
                   coalesce((select max(id) from call_case_answer where call_case = :id), 0) as answer,
                   coalesce((select max(id) from call_case_party where call_case = :id), 0) as party
            """).param("id", stored.id()).query(Version.class).single();
    }
}
