package jinbo.registry.inbound;

import java.time.Instant;
import jinbo.accesslog.Actor;

/**
 * A decision to ingest an upload again that had been ingested before a restore.
 *
 * @param unrecordedBefore when the restore was detected; files received from then on are later
 */
public record ReingestDecision(long inboundFile, String reason, Actor by, Instant at, Instant unrecordedBefore) {}
