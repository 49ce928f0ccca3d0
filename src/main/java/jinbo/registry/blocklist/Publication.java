package jinbo.registry.blocklist;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What all lists of one publication have in common.
 *
 * @param useBy the last day on which an insurer may call by these lists
 */
public record Publication(long id, Instant asOf, LocalDate useBy, long revision) {}
