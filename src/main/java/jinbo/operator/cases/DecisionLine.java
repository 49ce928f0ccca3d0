package jinbo.operator.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseDecision;
import jinbo.cases.CaseRuling;
import jinbo.cases.ViolationGround;

public record DecisionLine(
        Instant at,
        CaseRuling ruling,
        List<ViolationGround> grounds,
        Optional<CaseRuling> proposed,
        String reason,
        String evidenceSha256,
        String decidedBy,
        Optional<String> confirmedBy) {

    static DecisionLine of(CaseDecision decision) {
        return new DecisionLine(
                decision.at(),
                decision.ruling(),
                decision.grounds().stream().sorted().toList(),
                decision.proposed(),
                decision.reason(),
                decision.evidenceSha256(),
                decision.decidedBy(),
                decision.confirmedBy());
    }
}
