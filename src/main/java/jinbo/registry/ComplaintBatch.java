package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Sector;

/**
 * What is the same for all complaints of one upload.
 *
 * @param inboundFile id of the file they came in
 * @param insurer who uploaded them
 * @param insurerId the uploader's small number
 * @param sector the uploader's sector: a complaint for all insurers means all of this one
 * @param registeredAt time of receipt, or of the release of a held file
 * @param registeredOn that instant's date in Beijing
 * @param effectiveOn first day of the block
 * @param calendarVersion the working-day calendar that {@code effectiveOn} was computed from
 */
public record ComplaintBatch(
        long inboundFile,
        InsurerCode insurer,
        short insurerId,
        Sector sector,
        Instant registeredAt,
        LocalDate registeredOn,
        LocalDate effectiveOn,
        String calendarVersion) {}
