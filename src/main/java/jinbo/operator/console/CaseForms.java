package jinbo.operator.console;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseState;
import jinbo.cases.CaseSummary;
import jinbo.participant.insurer.Insurer;

/**
 * What the state of a case lets people ask for; the commands look again.
 *
 * @param rulings what it can be decided to have been; none if it is not to be decided now
 * @param insurers to whom it can be assigned; none if it is decided
 * @param contestable whether the decision goes against the consumer, who can contest it
 */
public record CaseForms(List<CaseRuling> rulings, List<Insurer> insurers, boolean contestable) {

    static CaseForms of(CaseSummary summary, List<Insurer> insurers, LocalDate today) {
        CaseState state = summary.state();
        boolean heard = state != CaseState.SENT || summary.isOverdue(today);
        return new CaseForms(
                Arrays.stream(CaseRuling.values())
                        .filter(ruling -> heard && state.canBecome(ruling.decided()))
                        .toList(),
                insurers.stream()
                        .filter(insurer -> state.canBecome(CaseState.OPEN)
                                && insurer.departure().isEmpty())
                        .toList(),
                state == CaseState.DISMISSED
                        && summary.dueOn().filter(today::isAfter).isEmpty());
    }
}
