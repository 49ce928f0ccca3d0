package jinbo.cases;

import java.util.List;
import java.util.Optional;

/**
 * A case whole.
 *
 * @param summary how it stands
 * @param reported what the consumer told; empty once that has been erased
 * @param history what became of it, in order
 */
public record Case(CaseSummary summary, Optional<CallReported> reported, List<CaseEvent> history) {}
