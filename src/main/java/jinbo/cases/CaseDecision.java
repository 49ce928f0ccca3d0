package jinbo.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * @param grounds which rules it broke; none if it broke none
 * @param proposed what the rule had proposed, if it could
 * @param evidenceSha256 of the evidence on which it was decided, 64 lower-case hex digits
 * @param confirmedBy the second person, where it took two
 */
public record CaseDecision(
        CaseRuling ruling,
        Set<ViolationGround> grounds,
        Optional<CaseRuling> proposed,
        String reason,
        String evidenceSha256,
        String decidedBy,
        Optional<String> confirmedBy,
        Instant at) {

    /** @throws IllegalArgumentException unless exactly a violation has grounds */
    public CaseDecision {
        grounds = Set.copyOf(grounds);
        if ((ruling == CaseRuling.VIOLATION) == grounds.isEmpty()) {
            throw new IllegalArgumentException(
                    "Only a violation has a ground, and it must have one; not " + ruling + " " + grounds);
        }
    }
}
