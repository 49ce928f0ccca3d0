package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.Manifest;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;
import jinbo.partner.DeliveryFault;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.partner.VerifiedList;
import jinbo.reference.business.LineCode;

/**
 * @param rows rows of the list's file
 * @param entries rows of the whole list after it is applied
 * @param useBy the last day on which a call may rest on it
 */
record ManifestShown(
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

    static ManifestShown of(String name, VerificationResult<VerifiedList> verificationResult) {
        Optional<Manifest> manifest = verificationResult instanceof Genuine<VerifiedList> genuine
                ? Optional.of(genuine.value().manifest())
                : Optional.empty();
        Optional<NotGenuine<VerifiedList>> wrong =
                verificationResult instanceof NotGenuine<VerifiedList> not ? Optional.of(not) : Optional.empty();
        return new ManifestShown(
                name,
                manifest.map(Manifest::sequence),
                manifest.map(said -> said.kind().code()),
                manifest.map(Manifest::businessLines).orElse(List.of()),
                manifest.map(Manifest::rows),
                manifest.map(Manifest::entries),
                manifest.map(Manifest::listDigest),
                manifest.map(Manifest::useBy),
                wrong.map(NotGenuine::fault),
                wrong.map(NotGenuine::detail));
    }

    @Override
    public boolean complete() {
        return fault.isEmpty();
    }

    @Derived
    Optional<UnusableDelivery> unusable() {
        return UnusableDelivery.of(fault, detail);
    }
}
