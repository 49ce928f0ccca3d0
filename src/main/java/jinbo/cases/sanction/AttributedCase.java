package jinbo.cases.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import jinbo.cases.CaseNumber;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;

/** @param lines the lines of business in which the call may have been */
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
