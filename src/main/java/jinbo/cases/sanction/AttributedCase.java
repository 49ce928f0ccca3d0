package jinbo.cases.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import jinbo.cases.CaseNumber;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;

/**
 * An upheld case as it counts for somebody.
 *
 * @param number of the case
 * @param subject for whom it counts
 * @param lines the lines of business in which the call may have been
 * @param calledAt when the call was
 */
record AttributedCase(CaseNumber number, SanctionSubject subject, Set<LineCode> lines, Instant calledAt) {

    AttributedCase {
        lines = Set.copyOf(lines);
    }

    static final Comparator<AttributedCase> BY_CALL =
            Comparator.comparing(AttributedCase::calledAt).thenComparing(AttributedCase::number);

    LocalDate calledOn() {
        return BusinessTime.dateOf(calledAt);
    }
}
