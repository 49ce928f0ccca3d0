package jinbo.registry;

import jinbo.reference.business.LineCode;

/** Takes the blocks of a list, of which there are millions, without an object for each. */
@FunctionalInterface
public interface BlockSink {

    /**
     * @param effectiveOn first day of the block, in days since 1970
     * @param expiresOn first day after it, likewise
     */
    void block(long mobile, LineCode line, int effectiveOn, int expiresOn);
}
