package jinbo.cases.sanction;

import java.time.Instant;
import java.util.Set;
import jinbo.cases.CaseNumber;

/**
 * @param step which one, the first being 1
 * @param cases by which it was earned; they earn nothing more, whatever has become of it
 * @param lastCall the last of these calls
 */
record RecordedStep(SanctionSubject subject, int step, Sanction.State state, Set<CaseNumber> cases, Instant lastCall) {}
