package jinbo.registry;

import jinbo.participant.insurer.LineParticipation;

/**
 * A block that an insurer in a line has in the revisions from {@code from} up to, but not including, {@code until}. If
 * the block still counts, {@code until} is {@link Long#MAX_VALUE}.
 */
public record BlockRevisionRange(LineParticipation insurer, long from, long until, Interval block) {}
