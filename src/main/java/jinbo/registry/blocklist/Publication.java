package jinbo.registry.blocklist;

import java.time.Instant;
import java.time.LocalDate;

/** What all lists of one publication have in common. {@code useBy} is the last day on which these lists may be used. */
public record Publication(long id, Instant asOf, LocalDate useBy, long revision) {}
