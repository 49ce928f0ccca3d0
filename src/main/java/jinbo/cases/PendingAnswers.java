package jinbo.cases;

import java.time.LocalDate;
import jinbo.exchange.format.FileKind;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** Finds files of answers that an insurer sent in time but that are held or not ingested yet. */
@Component
public record PendingAnswers(InboundFiles inbound) {

    public boolean of(InsurerCode insurer, LocalDate until) {
        return inbound.hasUndecided(
                insurer,
                FileKind.CASE_ANSWERS,
                until.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant());
    }
}
