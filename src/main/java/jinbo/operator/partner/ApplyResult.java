package jinbo.operator.partner;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.exchange.format.Manifest;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;
import jinbo.partner.DeliveryFault;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.partner.VerifiedList;

/**
 * @param useBy the last day on which a call may rest on it
 * @param repaired whether the list that was held lay damaged here, and was made anew from the inbox
 */
record ApplyResult(
        Optional<Integer> before,
        Optional<Integer> sequence,
        Optional<Long> entries,
        Optional<String> listDigest,
        Optional<LocalDate> useBy,
        VerifiedList.LogConsistency log,
        Optional<DeliveryFault> fault,
        Optional<String> detail,
        boolean repaired)
        implements Incomplete {

    static ApplyResult of(
            Optional<VerifiedList> before,
            Optional<VerifiedList> held,
            Optional<VerificationResult<VerifiedList>> result,
            boolean repaired) {
        Optional<Manifest> manifest = held.map(VerifiedList::manifest);
        Optional<NotGenuine<VerifiedList>> wrong = result.flatMap(VerificationResult::ifNotGenuine);
        return new ApplyResult(
                before.map(list -> list.manifest().sequence()),
                manifest.map(Manifest::sequence),
                manifest.map(Manifest::entries),
                manifest.map(Manifest::listDigest),
                manifest.map(Manifest::useBy),
                result.flatMap(VerificationResult::ifGenuine)
                        .map(VerifiedList::log)
                        .orElse(VerifiedList.LogConsistency.NOT_SEEN),
                wrong.map(NotGenuine::fault),
                wrong.map(NotGenuine::detail),
                repaired);
    }

    @Override
    public boolean complete() {
        return fault.isEmpty() && log != VerifiedList.LogConsistency.FORKED;
    }

    @Derived
    String held() {
        return sequence.isEmpty() ? "NONE" : sequence.equals(before) ? "AS_BEFORE" : "NEW";
    }

    @Derived
    Optional<DeliveryProblem> unusable() {
        return DeliveryProblem.of(fault, detail);
    }
}
