package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.LineParticipation;

/**
 * What all complaints of one upload have in common.
 *
 * @param lines the lines of business that the uploader sells and that are open on the day of registration; a complaint
 *     that names no line counts for all of them
 * @param registeredAt time of receipt, or of the release of a held file
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
