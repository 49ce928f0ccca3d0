package jinbo.operator.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.Agreements;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerStatusEvent;
import jinbo.participant.insurer.InsurerStatusHistory;

/**
 * A change of how an insurer takes part.
 *
 * @param at when it was recorded
 * @param event what happened
 * @param selfDisciplineSince first day of the self-discipline agreement, if agreements were signed
 * @param confidentialitySince first day of the confidentiality agreement, if agreements were signed
 * @param endsOn first day without agreements, or the day of leaving, if something ended
 * @param successor who takes its place, if somebody does
 * @param reason why something ended
 */
record StandingSheet(
        Instant at,
        InsurerStatusEvent.Kind event,
        Optional<LocalDate> selfDisciplineSince,
        Optional<LocalDate> confidentialitySince,
        Optional<LocalDate> endsOn,
        Optional<InsurerCode> successor,
        Optional<String> reason) {

    /** All of an insurer, the oldest first. */
    static List<StandingSheet> of(InsurerCode insurer, Installation installation) {
        return installation.get(InsurerStatusHistory.class).of(insurer).stream()
                .map(StandingSheet::of)
                .toList();
    }

    private static StandingSheet of(InsurerStatusEvent event) {
        return new StandingSheet(
                event.at(),
                event.kind(),
                event.agreements().flatMap(Agreements::selfDisciplineSince),
                event.agreements().flatMap(Agreements::confidentialitySince),
                event.endsOn(),
                event.successor(),
                event.reason());
    }

    static void tell(Page page, List<StandingSheet> events) {
        page.table(
                "at event self_discipline confidentiality ends_on successor reason",
                events,
                event -> Page.cells(
                        event.at,
                        event.event,
                        event.selfDisciplineSince,
                        event.confidentialitySince,
                        event.endsOn,
                        event.successor,
                        event.reason));
    }
}
