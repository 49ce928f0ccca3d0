package jinbo.registry.inbound;

import java.time.Instant;
import jinbo.accesslog.Actor;

/**
 * A decision that an upload, which had been ingested before a restore, is ingested again.
 *
 * @param unrecordedBefore when the restore was detected; files received from then on count as later than this file
 */
public record ReingestDecision(long inboundFile, String reason, Actor by, Instant at, Instant unrecordedBefore) {}
