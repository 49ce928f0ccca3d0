package jinbo.operator.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.batch.publish.PublishSettings;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.UnitCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.calendar.YearNotLoadedException;
import jinbo.registry.blocklist.Acknowledgements;
import jinbo.registry.blocklist.Acknowledgements.Acknowledgement;
import jinbo.registry.blocklist.DeliveredLists;
import jinbo.registry.blocklist.DeliveredLists.DeliveredList;
import org.springframework.stereotype.Component;

/** Finds which list an insurer and its sales units have applied, and whether acknowledgements are overdue. */
@Component
public record FindAppliedLists(
        Acknowledgements acknowledgements,
        DeliveredLists delivered,
        SalesUnits units,
        Calendars calendars,
        PublishSettings settings,
        Clock clock) {

    public AppliedLists of(InsurerCode insurer) {
        Optional<Acknowledgement> newest = acknowledgements.newest(insurer);
        Map<UnitCode, Acknowledgement> byUnit = acknowledgements.newestByUnit(insurer);
        return new AppliedLists(
                newest,
                overdue(insurer, newest, Instant.EPOCH),
                units.of(insurer).stream()
                        .filter(SalesUnit::isOpen)
                        .map(unit -> ofUnit(unit, Optional.ofNullable(byUnit.get(unit.code()))))
                        .toList());
    }

    /** A unit cannot have lists from before it was added, and must not have any list without its agreement. */
    private AppliedLists.OfUnit ofUnit(SalesUnit unit, Optional<Acknowledgement> newest) {
        return new AppliedLists.OfUnit(
                unit,
                newest,
                unit.isBound(BusinessTime.today(clock))
                        ? overdue(unit.insurer(), newest, unit.addedAt())
                        : Optional.empty());
    }

    private Optional<Integer> overdue(InsurerCode insurer, Optional<Acknowledgement> newest, Instant since) {
        return delivered
                .first(insurer, newest.map(Acknowledgement::sequence).orElse(0), since)
                .filter(this::shouldBeAcknowledged)
                .map(DeliveredList::sequence);
    }

    private boolean shouldBeAcknowledged(DeliveredList list) {
        try {
            LocalDate last = calendars
                    .current()
                    .plusWorkdays(BusinessTime.dateOf(list.deliveredAt()), settings.acknowledgeWithinWorkdays());
            return BusinessTime.today(clock).isAfter(last);
        } catch (YearNotLoadedException e) {
            // without the year in the calendar, lateness is unknown; the missing year has an alert of its own
            return false;
        }
    }

    /** @param overdue the sequence of the first list that should have been acknowledged by now; empty if none is */
    public record AppliedLists(Optional<Acknowledgement> newest, Optional<Integer> overdue, List<OfUnit> units) {

        public AppliedLists {
            units = List.copyOf(units);
        }

        /** True if the insurer's last acknowledgement does not agree with the list that it was sent. */
        public boolean differ() {
            return newest.filter(word -> !word.agrees()).isPresent();
        }

        /** @param overdue as for the insurer; empty for a unit without agreement, which must not have any list */
        public record OfUnit(SalesUnit unit, Optional<Acknowledgement> newest, Optional<Integer> overdue) {}
    }
}
