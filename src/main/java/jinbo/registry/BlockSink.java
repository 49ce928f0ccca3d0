package jinbo.registry;

import jinbo.reference.business.LineCode;

/** Receives the blocks of a list, millions of them, without an object for each. */
@FunctionalInterface
public interface BlockSink {

    /** Takes the first day of a block and the first day after it, both in days since 1970. */
    void block(long mobile, LineCode line, int effectiveOn, int expiresOn);
}
