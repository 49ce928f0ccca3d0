package jinbo.registry.inbound;

import java.time.Instant;
import jinbo.accesslog.Actor;

/**
 * An operator's decision to take an upload in again that had been ingested before the database was restored.
 *
 * @param inboundFile the file, as it is recorded now
 * @param unrecordedBefore when the restore was noticed: what was received from then on came after it, whatever the drop's clock says
 */
public record ReingestDecision(long inboundFile, String reason, Actor by, Instant at, Instant unrecordedBefore) {}
