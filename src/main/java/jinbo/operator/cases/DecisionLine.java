package jinbo.operator.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseDecision;
import jinbo.cases.CaseRuling;
import jinbo.cases.ViolationGround;

/**
 * A decision of a case, as it is shown.
 *
 * @param at when
 * @param ruling what the call was
 * @param grounds which rules it broke
 * @param proposed what the rule had proposed
 * @param reason why
 * @param evidenceSha256 of the evidence on which it was decided
 * @param decidedBy who
 * @param confirmedBy the second person
 */
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
