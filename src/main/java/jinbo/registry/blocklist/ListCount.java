package jinbo.registry.blocklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;

/**
 * @param undelivered how many are sealed and do not lie on its drop yet
 * @param rows how many rows the newest has
 * @param numbersByLine how many numbers are blocked for the insurer in each line of business once it has applied the newest
 * @param useBy the last day of the newest delivered one
 */
public record ListCount(
        InsurerCode insurer,
        long fullDelivered,
        long deltasDelivered,
        long undelivered,
        long rows,
        SortedMap<LineCode, Long> numbersByLine,
        Optional<LocalDate> useBy,
        Optional<Instant> deliveredAt) {}
