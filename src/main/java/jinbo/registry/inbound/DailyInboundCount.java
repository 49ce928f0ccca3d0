package jinbo.registry.inbound;

import java.time.LocalDate;

/**
 * What was received on a day of business time.
 *
 * @param day which
 * @param files how many
 * @param accepted how many of their rows were accepted
 * @param refused how many were not
 */
public record DailyInboundCount(LocalDate day, long files, long accepted, long refused) {}
