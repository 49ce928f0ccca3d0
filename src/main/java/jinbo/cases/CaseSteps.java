package jinbo.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says of a case which step it has taken last, and by which day the next one is due. */
@Component
class CaseSteps {

    private final CaseRows rows;

    CaseSteps(CaseRows rows) {
        this.rows = rows;
    }

    /** @throws CaseUnknownException if there is none */
    CaseRows.Stored get(CaseNumber number) {
        return rows.find(number).orElseThrow(() -> new CaseUnknownException(number));
    }

    /** The last day for what is to happen next; empty while an insurer has to be told first, or the calendar does not reach it. */
    Optional<LocalDate> due(CaseRows.Stored stored) {
        return stored.summary().dueOn();
    }

    /** How often it has come to stand so. */
    long times(CaseRows.Stored stored, CaseState state) {
        return rows.history(stored).stream()
                .filter(event -> event.state() == state)
                .count();
    }
}
