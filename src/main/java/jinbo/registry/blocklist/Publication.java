package jinbo.registry.blocklist;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One run of publishing: what all its lists speak of.
 *
 * @param useBy the last day on which a sales call may rest on these lists
 * @param revision the registry's last batch that they show
 */
public record Publication(long id, Instant asOf, LocalDate useBy, long revision) {}
