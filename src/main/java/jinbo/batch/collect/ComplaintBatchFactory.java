package jinbo.batch.collect;

import java.time.Instant;
import java.time.LocalDate;
import jinbo.participant.insurer.Insurer;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.calendar.WorkdayCalendar;
import jinbo.registry.ComplaintBatch;
import jinbo.registry.GracePeriod;
import jinbo.registry.inbound.InboundFile;
import org.springframework.stereotype.Component;

/** Says when the complaints of an upload are registered and from when their blocks count. */
@Component
record ComplaintBatchFactory(Calendars calendars, GracePeriod gracePeriod) {

    ComplaintBatch upload(InboundFile file, Insurer insurer, Instant registeredAt) {
        LocalDate registeredOn = BusinessTime.dateOf(registeredAt);
        WorkdayCalendar calendar = calendars.current();
        return new ComplaintBatch(
                file.id(),
                insurer.code(),
                insurer.id(),
                insurer.openLinesOn(registeredOn),
                registeredAt,
                registeredOn,
                gracePeriod.effectiveOn(registeredOn, calendar),
                calendar.version());
    }
}
