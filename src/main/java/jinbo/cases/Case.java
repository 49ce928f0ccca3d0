package jinbo.cases;

import java.util.List;
import java.util.Optional;

/**
 * A case whole.
 *
 * @param summary how it stands
 * @param source who told of the call
 * @param party whose call it was, if that is known
 * @param reported what the consumer told; empty once that has been erased
 * @param history what became of it, in order
 * @param answers what insurers said of it, in order
 * @param decisions what was decided of it, in order; the last one counts
 */
public record Case(
        CaseSummary summary,
        CaseSource source,
        Optional<CaseParty> party,
        Optional<ReportedCall> reported,
        List<CaseEvent> history,
        List<CaseAnswer> answers,
        List<CaseDecision> decisions) {}
