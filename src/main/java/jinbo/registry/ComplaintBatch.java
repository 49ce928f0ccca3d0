package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.LineParticipation;

/**
 * What is the same for all complaints of one upload.
 *
 * @param lines that the uploader sells and that are open on the day of registration, in order; a complaint that names none means all
 * @param registeredAt time of receipt, or of the release of a held file
 * @param registeredOn that instant's date in Beijing
 */
public record ComplaintBatch(
        long inboundFile,
        InsurerCode insurer,
        short insurerId,
        List<LineParticipation> lines,
        Instant registeredAt,
        LocalDate registeredOn,
        LocalDate effectiveOn,
        String calendarVersion) {

    public ComplaintBatch {
        lines = List.copyOf(lines);
    }
}
