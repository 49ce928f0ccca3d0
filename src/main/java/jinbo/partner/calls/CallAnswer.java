package jinbo.partner.calls;

import java.util.Optional;
import jinbo.exchange.format.BlockListEntry;

/**
 * Whether one call may be made.
 *
 * @param why why, or why not
 * @param ban the ban that it is about
 */
record CallAnswer(Why why, Optional<BlockListEntry> ban) {

    static CallAnswer without(Why why) {
        return new CallAnswer(why, Optional.empty());
    }

    static CallAnswer of(Why why, BlockListEntry ban) {
        return new CallAnswer(why, Optional.of(ban));
    }

    /** {@code Y} or {@code N}. */
    String mayCall() {
        return why.mayCall() ? "Y" : "N";
    }

    /** The code, and the dates of the ban as the list has them. */
    String whyInFull() {
        return why
                + ban.map(dates -> " effective_on=" + dates.effectiveOn() + " expires_on=" + dates.expiresOn())
                        .orElse("");
    }
}
