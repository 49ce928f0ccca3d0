package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.exchange.format.Manifest;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;
import jinbo.partner.DeliveryFault;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.partner.VerifiedList;

/**
 * @param useBy the last day on which a call may rest on it
 * @param fault why a newer list is not held
 * @param repaired whether the list that was held lay damaged here, and was made anew from the inbox
 */
record Applied(
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

    static Applied of(
            Optional<VerifiedList> before,
            Optional<VerifiedList> held,
            Optional<VerificationResult<VerifiedList>> verificationResult,
            boolean repaired) {
        Optional<Manifest> manifest = held.map(VerifiedList::manifest);
        Optional<NotGenuine<VerifiedList>> wrong = verificationResult.flatMap(
                answer -> answer instanceof NotGenuine<VerifiedList> not ? Optional.of(not) : Optional.empty());
        return new Applied(
                before.map(list -> list.manifest().sequence()),
                manifest.map(Manifest::sequence),
                manifest.map(Manifest::entries),
                manifest.map(Manifest::listDigest),
                manifest.map(Manifest::useBy),
                verificationResult.orElse(null) instanceof Genuine<VerifiedList> genuine
                        ? genuine.value().log()
                        : VerifiedList.LogConsistency.NOT_SEEN,
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
    Optional<UnusableDelivery> unusable() {
        return UnusableDelivery.of(fault, detail);
    }
}
