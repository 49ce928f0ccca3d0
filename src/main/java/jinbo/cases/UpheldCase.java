package jinbo.cases;

import java.time.Instant;

/**
 * A case that is closed, and whose last decision was a violation.
 *
 * @param number of the case
 * @param party whose call it was
 * @param calledAt when
 */
public record UpheldCase(CaseNumber number, CaseParty party, Instant calledAt) {}
