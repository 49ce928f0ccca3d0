package jinbo.partner.calls;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.exchange.format.BlockListEntry;
import jinbo.partner.OpenedList;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileReader;
import jinbo.reference.phone.MobileReading;
import jinbo.reference.phone.MobileReading.Unreadable;

/** Judges calls of one day and purpose, number by number. */
final class JudgeCall {

    private final OpenedList list;
    private final LocalDate today;
    private final CallPurpose purpose;
    private final Optional<CustomersInForce> customers;

    /**
     * @param customers whose policy, sold by telephone, is in force; empty where that is not known
     */
    JudgeCall(OpenedList list, LocalDate today, CallPurpose purpose, Optional<CustomersInForce> customers) {
        this.list = list;
        this.today = today;
        this.purpose = purpose;
        this.customers = customers;
    }

    CallAnswer judge(CharSequence typed) throws IOException {
        MobileReading reading = MobileReader.read(typed);
        return reading instanceof Unreadable unreadable
                ? CallAnswer.without(
                        switch (unreadable.problem()) {
                            case MISSING -> Why.MISSING;
                            case MALFORMED -> Why.MALFORMED;
                            case LANDLINE -> Why.LANDLINE;
                            case SCIENTIFIC -> Why.SCIENTIFIC;
                        })
                : judge(((MobileReading.Read) reading).mobile());
    }

    private CallAnswer judge(Mobile mobile) throws IOException {
        Optional<BlockListEntry> ban = list.find(mobile).filter(entry -> today.isBefore(entry.expiresOn()));
        if (ban.isEmpty()) {
            return CallAnswer.without(Why.NOT_BLOCKED);
        }
        if (today.isBefore(ban.get().effectiveOn())) {
            return CallAnswer.of(Why.NOT_YET, ban.get());
        }
        if (purpose == CallPurpose.SALES || customers.isEmpty()) {
            return CallAnswer.of(Why.BLOCKED, ban.get());
        }
        return CallAnswer.of(
                customers.get().contains(mobile) ? Why.SERVICE_TO_CUSTOMER : Why.NOT_A_CUSTOMER, ban.get());
    }
}
