package jinbo.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CallReported;
import jinbo.cases.CallerNumber;
import jinbo.cases.Case;
import jinbo.cases.CaseState;

/**
 * The answer of {@code case show}; it does not tell the number of who complained.
 *
 * @param summary what the list shows, too
 * @param erased whether what the consumer told has been erased
 * @param caller which number was shown, if one was
 * @param words the consumer's own, if there are any
 * @param history what became of it, in order
 */
record CaseSheet(CaseLine summary, boolean erased, Optional<String> caller, Optional<String> words, List<Event> history)
        implements Answer {

    /**
     * What became of it at some moment.
     *
     * @param state how it stood from then on
     * @param at when
     * @param actor who brought it about
     */
    record Event(CaseState state, Instant at, String actor) {}

    static CaseSheet of(Case shown) {
        return new CaseSheet(
                CaseLine.of(shown.summary()),
                shown.reported().isEmpty(),
                shown.reported().flatMap(CallReported::caller).map(CallerNumber::digits),
                shown.reported().map(CallReported::words).filter(words -> !words.isEmpty()),
                shown.history().stream()
                        .map(event -> new Event(event.state(), event.at(), event.actor()))
                        .toList());
    }

    @Override
    public void tell(Page page) {
        page.fields(
                "case", summary.number().value(),
                "insurer", Page.orNothing(summary.insurer()),
                "called_at", Page.time(summary.calledAt()),
                "call_purpose", summary.purpose().name(),
                "caller", Page.orNothing(caller),
                "opened_at", Page.time(summary.openedAt()),
                "state", summary.state().name());
        page.blank();
        if (erased) {
            page.say("case.erased");
        }
        words.ifPresent(text -> text.lines().forEach(page::print));
        page.blank();
        page.table("state at actor", history, event -> Page.cells(event.state, event.at, event.actor));
    }
}
