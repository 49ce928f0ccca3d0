package jinbo.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A decision about a case. The grounds are the rules that the call broke; only a violation has grounds. */
public record CaseDecision(
        CaseRuling ruling,
        Set<ViolationGround> grounds,
        Optional<CaseRuling> proposed,
        String reason,
        String evidenceSha256,
        String decidedBy,
        Optional<String> confirmedBy,
        Instant at) {

    public CaseDecision {
        grounds = Set.copyOf(grounds);
        if ((ruling == CaseRuling.VIOLATION) == grounds.isEmpty()) {
            throw new IllegalArgumentException(
                    "Only a violation has a ground, and it must have one; not " + ruling + " " + grounds);
        }
    }
}
