package jinbo.registry;

import jinbo.participant.insurer.LineParticipation;

/**
 * What the registrations had made of a number for an insurer in a line while the registry stood at some revisions.
 *
 * @param until the first revision that no longer counts; {@link Long#MAX_VALUE} for what counts still
 */
public record BlockRevisionRange(LineParticipation insurer, long from, long until, Interval block) {}
