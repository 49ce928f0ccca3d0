package jinbo.cases;

import java.time.Instant;

/**
 * What has become of a case at some moment.
 *
 * @param state how it stood from then on
 * @param at when
 * @param actor who brought it about, in words
 */
public record CaseEvent(CaseState state, Instant at, String actor) {}
