package jinbo.inbound;

import java.time.Instant;

/**
 * An operator's word to take an upload in again that had been taken in before the database was restored.
 *
 * @param inboundFile the file, as it is recorded now
 * @param reason why, in the operator's words
 * @param by who
 * @param at when
 */
public record TakenAgain(long inboundFile, String reason, String by, Instant at) {}
