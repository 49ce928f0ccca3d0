package jinbo.batch.recovery;

import jinbo.registry.inbound.InboundFile;

/**
 * A recorded file that lies in {@code archive/} though its record does not say so: a process died between the two, or the record
 * is older than the archiving.
 *
 * @param archivedAs its name in {@code archive/}
 */
public record ArchivedInboundFile(InboundFile file, String archivedAs) {}
