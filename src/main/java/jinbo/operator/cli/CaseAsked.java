package jinbo.operator.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.exchange.format.CaseNotice;
import jinbo.reference.business.LineCode;

/** A complaint that we are asked to answer, with the numbers, without which nobody finds the call. */
record CaseAsked(
        String number,
        String mobile,
        Instant calledAt,
        Optional<String> caller,
        String purpose,
        Optional<LineCode> businessLine,
        Optional<LocalDate> answerBy) {

    static CaseAsked of(CaseNotice.Complaint notice) {
        return new CaseAsked(
                notice.caseNumber(),
                notice.mobile().digits(),
                notice.calledAt(),
                notice.caller(),
                notice.purpose(),
                notice.businessLine(),
                notice.answerBy());
    }
}
