package jinbo.registry;

import jinbo.participant.insurer.LineParticipation;

/**
 * What the registrations had made of a number for an insurer in a line while the registry stood at some revisions.
 *
 * @param insurer for whom, in which line
 * @param from the first revision
 * @param until the first revision that no longer counts; {@link Long#MAX_VALUE} for what counts still
 * @param block as it was then
 */
public record BlockRevisionRange(LineParticipation insurer, long from, long until, Interval block) {}
