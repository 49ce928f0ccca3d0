package jinbo.cases;

import java.time.LocalDate;
import jinbo.exchange.format.FileKind;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** Says whether an insurer may have answered in time without anybody having read it: its file is held, or was not judged yet. */
@Component
public record PendingAnswers(InboundFiles inbound) {

    /** Whether there is such a file that came in by the end of a day. */
    public boolean of(InsurerCode insurer, LocalDate until) {
        return inbound.hasUndecided(
                insurer,
                FileKind.CASE_ANSWERS,
                until.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant());
    }
}
