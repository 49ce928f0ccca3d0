package jinbo.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says of a case which step it has taken last, and by which day the next one is due. */
@Component
class CaseSteps {

    private final CaseRows rows;
    private final CaseDeadlines deadlines;

    CaseSteps(CaseRows rows, CaseDeadlines deadlines) {
        this.rows = rows;
        this.deadlines = deadlines;
    }

    /** @throws CaseUnknownException if there is none */
    CaseRows.Stored get(CaseNumber number) {
        return rows.find(number).orElseThrow(() -> new CaseUnknownException(number));
    }

    /** The last day for what is to happen next; computed now if the calendar did not reach that far before. */
    Optional<LocalDate> due(CaseRows.Stored stored) {
        List<CaseEvent> history = rows.history(stored);
        CaseEvent last = history.get(history.size() - 1);
        return last.dueOn().or(() -> deadlines.after(last.state(), last.at()).map(CaseDeadlines.Due::on));
    }

    /** How often it has come to stand so. */
    long times(CaseRows.Stored stored, CaseState state) {
        return rows.history(stored).stream()
                .filter(event -> event.state() == state)
                .count();
    }
}
