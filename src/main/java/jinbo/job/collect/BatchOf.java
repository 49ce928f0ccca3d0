package jinbo.job.collect;

import java.time.Instant;
import java.time.LocalDate;
import jinbo.inbound.InboundFile;
import jinbo.insurer.Insurer;
import jinbo.registry.ComplaintBatch;
import jinbo.registry.Grace;
import jinbo.workday.BusinessTime;
import jinbo.workday.Calendars;
import jinbo.workday.WorkdayCalendar;
import org.springframework.stereotype.Component;

/** Says when the complaints of an upload are registered and from when their bans count. */
@Component
class BatchOf {

    private final Calendars calendars;
    private final Grace grace;

    BatchOf(Calendars calendars, Grace grace) {
        this.calendars = calendars;
        this.grace = grace;
    }

    ComplaintBatch upload(InboundFile file, Insurer insurer, Instant registeredAt) {
        LocalDate registeredOn = BusinessTime.dateOf(registeredAt);
        WorkdayCalendar calendar = calendars.current();
        return new ComplaintBatch(
                file.id(),
                insurer.code(),
                insurer.id(),
                insurer.sector(),
                registeredAt,
                registeredOn,
                grace.effectiveOn(registeredOn, calendar),
                calendar.version());
    }
}
