package jinbo.partner.calls;

import jinbo.exchange.format.BlockListEntry;
import jinbo.reference.business.LineCode;

/**
 * @param details the line of business that was asked about, and the dates of the block as the list has them; empty of a row whose
 *     number cannot be read
 */
record CallDecision(Why why, String details) {

    static CallDecision unreadable(Why why) {
        return new CallDecision(why, "");
    }

    static CallDecision notBlocked(LineCode line) {
        return new CallDecision(Why.NOT_BLOCKED, " business_line=" + line);
    }

    static CallDecision of(Why why, BlockListEntry block) {
        return new CallDecision(
                why,
                " business_line=" + block.line() + " effective_on=" + block.effectiveOn() + " expires_on="
                        + block.expiresOn());
    }

    /** {@code Y} or {@code N}. */
    String mayCall() {
        return why.mayCall() ? "Y" : "N";
    }

    String reasonText() {
        return why + details;
    }
}
