package jinbo.partner.calls;

import java.util.Optional;
import jinbo.exchange.format.BlockListEntry;

/**
 * Whether one call may be made.
 *
 * @param why why, or why not
 * @param block the block that it is about
 */
record CallDecision(Why why, Optional<BlockListEntry> block) {

    static CallDecision without(Why why) {
        return new CallDecision(why, Optional.empty());
    }

    static CallDecision of(Why why, BlockListEntry block) {
        return new CallDecision(why, Optional.of(block));
    }

    /** {@code Y} or {@code N}. */
    String mayCall() {
        return why.mayCall() ? "Y" : "N";
    }

    /** The code, and the dates of the block as the list has them. */
    String reasonText() {
        return why
                + block.map(dates -> " effective_on=" + dates.effectiveOn() + " expires_on=" + dates.expiresOn())
                        .orElse("");
    }
}
