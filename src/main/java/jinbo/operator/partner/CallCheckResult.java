package jinbo.operator.partner;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.partner.calls.CallPurpose;
import jinbo.partner.calls.CheckCalls;
import jinbo.partner.calls.PolicyholderNumbers;
import jinbo.partner.calls.Why;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.PhoneDigits;

/**
 * @param customers different numbers in the table of customers
 * @param customersUnreadable rows of it that hold no number which can be read
 */
record CallCheckResult(
        String out,
        int sequence,
        LineCode businessLine,
        String purpose,
        long rows,
        long mayCall,
        List<Counted> why,
        Optional<Long> customers,
        Optional<Long> customersUnreadable) {

    record Counted(Why why, boolean mayCall, long count) {}

    static CallCheckResult of(
            Path out,
            int sequence,
            LineCode businessLine,
            CallPurpose purpose,
            CheckCalls.Totals tally,
            Optional<PolicyholderNumbers> customers) {
        return new CallCheckResult(
                PhoneDigits.masked(out.toString()),
                sequence,
                businessLine,
                purpose.toString(),
                tally.rows(),
                tally.mayCall(),
                tally.why().entrySet().stream()
                        .sorted(Comparator.comparing(Map.Entry<Why, Long>::getKey))
                        .map(entry -> new Counted(entry.getKey(), entry.getKey().mayCall(), entry.getValue()))
                        .toList(),
                customers.map(PolicyholderNumbers::numbers),
                customers.map(PolicyholderNumbers::unreadable));
    }
}
