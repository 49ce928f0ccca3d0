package jinbo.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What has become of a case at some moment.
 *
 * @param state how it stood from then on
 * @param at when
 * @param actor who brought it about, in words
 * @param dueOn the last day for what is to happen next; empty if nothing is, or the calendar did not reach that far
 * @param reason why, if somebody said so
 */
public record CaseEvent(
        CaseState state, Instant at, String actor, Optional<LocalDate> dueOn, Optional<String> reason) {}
