package jinbo.partner;

import java.time.Instant;

/**
 * The list that is held.
 *
 * @param list which one
 * @param at when it was applied
 */
public record AppliedList(VerifiedList list, Instant at) {}
