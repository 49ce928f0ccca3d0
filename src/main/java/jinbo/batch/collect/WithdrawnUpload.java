package jinbo.batch.collect;

import jinbo.registry.inbound.InboundFile;

/**
 * An upload that is, or would be, taken back.
 *
 * @param upload which
 * @param complaints how many of its complaints count no longer for that; those that were taken back before are not among them
 */
public record WithdrawnUpload(InboundFile upload, long complaints) {}
