package jinbo.operator.alert;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.Agreements;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerStatusEvent;
import jinbo.participant.insurer.InsurerStatusHistory;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.calendar.YearNotLoadedException;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** Looks whether an upload that is expected from an insurer is late. One that is bound by no agreement owes none. */
@Component
record LateUploadCheck(
        InboundFiles inbound,
        InsurerStatusHistory standings,
        Calendars calendars,
        WatchSettings settings,
        Clock clock) {

    Optional<Alert> about(Insurer insurer) {
        int workdays = settings.uploadExpectedOf(insurer.code());
        LocalDate today = BusinessTime.dateOf(clock.instant());
        if (workdays == 0 || !insurer.agreements().areInForce(today)) {
            return Optional.empty();
        }
        try {
            LocalDate last = calendars.current().plusWorkdays(countedFrom(insurer), workdays);
            return today.isAfter(last)
                    ? Optional.of(Alert.about(insurer.code(), Code.UPLOAD_LATE, last))
                    : Optional.empty();
        } catch (YearNotLoadedException e) {
            // that is an alert of its own; until then nobody can say that somebody is late
            return Optional.empty();
        }
    }

    /** The last upload, or the day since which there could have been one. */
    private LocalDate countedFrom(Insurer insurer) {
        Agreements agreements = insurer.agreements();
        Stream<LocalDate> days = Stream.of(
                        Optional.of(BusinessTime.dateOf(insurer.joinedAt())),
                        agreements.selfDisciplineSince(),
                        agreements.confidentialitySince(),
                        inbound.lastUploadAt(insurer.code()).map(BusinessTime::dateOf))
                .flatMap(Optional::stream);
        Stream<LocalDate> resumed = standings.of(insurer.code()).stream()
                .filter(event -> event.kind() == InsurerStatusEvent.Kind.RESUMED)
                .map(event -> BusinessTime.dateOf(event.at()));
        return Stream.concat(days, resumed).max(Comparator.naturalOrder()).orElseThrow();
    }
}
