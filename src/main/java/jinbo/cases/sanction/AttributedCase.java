package jinbo.cases.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import jinbo.cases.CaseNumber;
import jinbo.participant.insurer.Sector;
import jinbo.reference.calendar.BusinessTime;

/**
 * An upheld case as it counts for somebody.
 *
 * @param number of the case
 * @param subject for whom it counts
 * @param sector the insurer's line of business
 * @param calledAt when the call was
 */
record AttributedCase(CaseNumber number, SanctionSubject subject, Sector sector, Instant calledAt) {

    static final Comparator<AttributedCase> BY_CALL =
            Comparator.comparing(AttributedCase::calledAt).thenComparing(AttributedCase::number);

    LocalDate calledOn() {
        return BusinessTime.dateOf(calledAt);
    }
}
