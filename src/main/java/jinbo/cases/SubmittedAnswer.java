package jinbo.cases;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;

/**
 * An answer as a file brings it, of which nobody knows yet whether the case takes it.
 *
 * @param unit which of its sales units called, if it says so
 * @param line physical line of that file
 */
public record SubmittedAnswer(
        CaseNumber number,
        InsurerCode insurer,
        Instant receivedAt,
        CaseAnswer.Content content,
        String words,
        Optional<UnitCode> unit,
        Optional<Salesperson> salesperson,
        long inboundFile,
        int line) {

    CaseAnswer answer() {
        return new CaseAnswer(insurer, receivedAt, content, words);
    }

    /** Whose call it was, as the answer tells it; what it does not tell stays as it is known. */
    CaseParty party(CaseParty known) {
        return new CaseParty(insurer, unit.or(known::unit), salesperson.or(known::salesperson));
    }

    boolean namesCaller() {
        return unit.isPresent() || salesperson.isPresent();
    }
}
