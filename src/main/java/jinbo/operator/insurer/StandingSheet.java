package jinbo.operator.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.Agreements;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerStatusEvent;

/**
 * @param selfDisciplineSince first day of the self-discipline agreement, if agreements were signed
 * @param confidentialitySince first day of the confidentiality agreement, if agreements were signed
 * @param endsOn first day without agreements, or the day of leaving, if something ended
 */
record StandingSheet(
        Instant at,
        InsurerStatusEvent.Kind event,
        Optional<LocalDate> selfDisciplineSince,
        Optional<LocalDate> confidentialitySince,
        Optional<LocalDate> endsOn,
        Optional<InsurerCode> successor,
        Optional<String> reason) {

    static StandingSheet of(InsurerStatusEvent event) {
        return new StandingSheet(
                event.at(),
                event.kind(),
                event.agreements().flatMap(Agreements::selfDisciplineSince),
                event.agreements().flatMap(Agreements::confidentialitySince),
                event.endsOn(),
                event.successor(),
                event.reason());
    }
}
