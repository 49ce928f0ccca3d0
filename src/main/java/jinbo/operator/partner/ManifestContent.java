package jinbo.operator.partner;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.Manifest;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;
import jinbo.partner.DeliveryFault;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.partner.VerifiedList;
import jinbo.reference.business.LineCode;

/**
 * @param rows rows of the list's file
 * @param entries rows of the whole list after it is applied
 * @param useBy the last day on which a call may rest on it
 */
record ManifestContent(
        String manifest,
        Optional<Integer> sequence,
        Optional<String> kind,
        List<LineCode> businessLines,
        Optional<Long> rows,
        Optional<Long> entries,
        Optional<String> listDigest,
        Optional<LocalDate> useBy,
        Optional<DeliveryFault> fault,
        Optional<String> detail)
        implements Incomplete {

    static ManifestContent of(String name, VerificationResult<VerifiedList> result) {
        Optional<Manifest> manifest = result.ifGenuine().map(VerifiedList::manifest);
        return new ManifestContent(
                name,
                manifest.map(Manifest::sequence),
                manifest.map(said -> said.kind().code()),
                manifest.map(Manifest::businessLines).orElse(List.of()),
                manifest.map(Manifest::rows),
                manifest.map(Manifest::entries),
                manifest.map(Manifest::listDigest),
                manifest.map(Manifest::useBy),
                result.ifNotGenuine().map(NotGenuine::fault),
                result.ifNotGenuine().map(NotGenuine::detail));
    }

    @Override
    public boolean complete() {
        return fault.isEmpty();
    }

    @Derived
    Optional<DeliveryProblem> unusable() {
        return DeliveryProblem.of(fault, detail);
    }
}
