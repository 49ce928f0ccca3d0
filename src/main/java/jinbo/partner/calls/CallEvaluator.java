package jinbo.partner.calls;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.exchange.format.BlockListEntry;
import jinbo.partner.BlockListLookup;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;
import jinbo.reference.phone.MobileParseResult.Unreadable;
import jinbo.reference.phone.MobileParser;

/** Judges calls of one day and purpose, number by number. */
final class CallEvaluator {

    private final BlockListLookup list;
    private final LocalDate today;
    private final CallPurpose purpose;
    private final Optional<PolicyholderNumbers> customers;

    /**
     * @param customers whose policy, sold by telephone, is in force; empty where that is not known
     */
    CallEvaluator(BlockListLookup list, LocalDate today, CallPurpose purpose, Optional<PolicyholderNumbers> customers) {
        this.list = list;
        this.today = today;
        this.purpose = purpose;
        this.customers = customers;
    }

    CallDecision judge(CharSequence typed) throws IOException {
        MobileParseResult reading = MobileParser.read(typed);
        return reading instanceof Unreadable unreadable
                ? CallDecision.without(
                        switch (unreadable.problem()) {
                            case MISSING -> Why.MISSING;
                            case MALFORMED -> Why.MALFORMED;
                            case LANDLINE -> Why.LANDLINE;
                            case SCIENTIFIC -> Why.SCIENTIFIC;
                        })
                : judge(((MobileParseResult.Read) reading).mobile());
    }

    private CallDecision judge(Mobile mobile) throws IOException {
        Optional<BlockListEntry> block = list.find(mobile).filter(entry -> today.isBefore(entry.expiresOn()));
        if (block.isEmpty()) {
            return CallDecision.without(Why.NOT_BLOCKED);
        }
        if (today.isBefore(block.get().effectiveOn())) {
            return CallDecision.of(Why.NOT_YET, block.get());
        }
        if (purpose == CallPurpose.SALES || customers.isEmpty()) {
            return CallDecision.of(Why.BLOCKED, block.get());
        }
        return CallDecision.of(
                customers.get().contains(mobile) ? Why.SERVICE_TO_CUSTOMER : Why.NOT_A_CUSTOMER, block.get());
    }
}
