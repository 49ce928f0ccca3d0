package jinbo.registry;

import jinbo.participant.insurer.LineParticipation;

/** A block in the revisions {@code from} to {@code until}, exclusive; {@link Long#MAX_VALUE} if it still counts. */
public record BlockRevisionRange(LineParticipation insurer, long from, long until, Interval block) {}
