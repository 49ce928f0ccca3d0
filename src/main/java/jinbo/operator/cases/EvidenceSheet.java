package jinbo.operator.cases;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.ViolationGround;
import jinbo.cases.evidence.Evidence;
import jinbo.cases.evidence.Statement;
import jinbo.cases.evidence.StatementType;
import jinbo.participant.operation.Derived;
import jinbo.reference.business.LineCode;

/** The result of {@code case evidence}, without phone number, with the SHA-256 of the evidence in canonical form. */
public record EvidenceSheet(
        CaseNumber number,
        Optional<LineCode> businessLine,
        Optional<CaseRuling> proposed,
        List<ViolationGround> grounds,
        Optional<Evidence.Proposal.WhyNothing> nothing,
        List<StatementLine> statements,
        String sha256,
        Optional<Path> folder) {

    /** @param accessLogIndex the index of the access log entry that proves the statement */
    public record StatementLine(
            StatementType says,
            List<String> values,
            Statement.Source.Kind source,
            String name,
            Optional<Integer> line,
            Optional<Long> accessLogIndex) {

        static StatementLine of(Statement statement) {
            return new StatementLine(
                    statement.says(),
                    statement.values(),
                    statement.source().kind(),
                    statement.source().name(),
                    statement.source().line(),
                    statement.vouched().map(Statement.Vouched::index));
        }

        @Derived
        List<String> facts() {
            return values;
        }

        @Derived
        Origin origin() {
            return new Origin(source, name, line, accessLogIndex);
        }
    }

    record Origin(Statement.Source.Kind source, String name, Optional<Integer> line, Optional<Long> index) {}

    record Conclusion(
            Optional<CaseRuling> proposed,
            boolean block,
            boolean hours,
            Optional<Evidence.Proposal.WhyNothing> nothing,
            String sha256,
            Optional<Path> folder) {}

    @Derived
    Conclusion conclusion() {
        return new Conclusion(
                proposed,
                grounds.contains(ViolationGround.BLOCK),
                grounds.contains(ViolationGround.HOURS),
                nothing,
                sha256,
                folder);
    }

    static EvidenceSheet of(Evidence evidence, Optional<Path> folder) {
        return new EvidenceSheet(
                evidence.number(),
                evidence.businessLine(),
                evidence.proposed(),
                evidence.grounds().stream().sorted().toList(),
                evidence.nothing(),
                evidence.statements().stream().map(StatementLine::of).toList(),
                evidence.sha256(),
                folder);
    }
}
