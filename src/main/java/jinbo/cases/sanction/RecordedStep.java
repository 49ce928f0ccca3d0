package jinbo.cases.sanction;

import java.time.Instant;
import java.util.Set;
import jinbo.cases.CaseNumber;

/**
 * A step that is recorded as earned.
 *
 * @param subject whose it was
 * @param step which one, the first being 1
 * @param state what has become of it
 * @param cases by which it was earned; they earn nothing more, whatever has become of it
 * @param lastCall the last of these calls
 */
record RecordedStep(SanctionSubject subject, int step, Sanction.State state, Set<CaseNumber> cases, Instant lastCall) {}
