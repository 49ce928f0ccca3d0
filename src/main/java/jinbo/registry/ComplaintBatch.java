package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.LineParticipation;

/**
 * What is the same for all complaints of one upload.
 *
 * @param inboundFile id of the file they came in
 * @param insurer who uploaded them
 * @param insurerId the uploader's small number
 * @param lines that the uploader sells and that are open on the day of registration, in order; a complaint that names none means all
 * @param registeredAt time of receipt, or of the release of a held file
 * @param registeredOn that instant's date in Beijing
 * @param effectiveOn first day of the block
 * @param calendarVersion the working-day calendar that {@code effectiveOn} was computed from
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
