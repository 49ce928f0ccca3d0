package jinbo.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says of a case which step it has taken last, and by which day the next one is due. */
@Component
record CaseSteps(CaseRows rows, CaseFiles files) {

    /** @throws CaseException if there is none */
    CaseRows.Stored get(CaseNumber number) {
        return rows.find(number).orElseThrow(() -> new CaseException(CaseError.CASE_UNKNOWN, number));
    }

    /**
     * The same, and nobody else goes on with it until the transaction ends.
     *
     * @throws CaseException if there is none
     */
    CaseRows.Stored getLocked(CaseNumber number) {
        return rows.findLocked(number).orElseThrow(() -> new CaseException(CaseError.CASE_UNKNOWN, number));
    }

    /** The last day for what is to happen next; empty while an insurer has to be told first, or the calendar does not reach it. */
    Optional<LocalDate> due(CaseRows.Stored stored) {
        return stored.summary().dueOn();
    }

    /** Whether the insurer whose call it is held to be has been asked about it. */
    boolean isInsurerAsked(CaseRows.Stored stored) {
        return stored.summary()
                .insurer()
                .filter(insurer -> files.hasAsked(insurer, stored))
                .isPresent();
    }

    /** Whether nobody can contest its decision, because whom that goes against has contested one before. */
    boolean isFinal(CaseRows.Stored stored) {
        return CaseSide.against(stored.summary().state()).hasAppealed(rows.history(stored));
    }
}
