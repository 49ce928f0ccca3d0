package jinbo.registry;

import jinbo.reference.business.LineCode;

/** Receives the blocks of a list one by one. Lists have millions of blocks, so none is passed as an object. */
@FunctionalInterface
public interface BlockSink {

    /**
     * Receives a block.
     *
     * @param effectiveOn the first day of the block, in days since 1970-01-01
     * @param expiresOn the first day after the block, in days since 1970-01-01
     */
    void block(long mobile, LineCode line, int effectiveOn, int expiresOn);
}
