package jinbo.operator.partner;

import java.nio.file.Path;
import java.util.Optional;
import jinbo.participant.operation.Derived;
import jinbo.partner.DeliveryFault;
import jinbo.partner.OfferCertificate;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.reference.phone.PhoneDigits;

/**
 * What became of a certificate that came in the association's name.
 *
 * @param outcome a code; empty where it must not be used
 * @param fingerprint in groups of four
 */
record ReceivedCertificate(
        String file,
        Optional<String> outcome,
        Optional<String> fingerprint,
        Optional<DeliveryFault> fault,
        Optional<String> detail) {

    static ReceivedCertificate of(Path file, VerificationResult<OfferCertificate.Offered> result) {
        Optional<OfferCertificate.Offered> offered = result.ifGenuine();
        return new ReceivedCertificate(
                PhoneDigits.masked(file.getFileName().toString()),
                offered.map(any -> any.outcome().name()),
                offered.map(any -> any.certificate().fingerprint().inGroups()),
                result.ifNotGenuine().map(NotGenuine::fault),
                result.ifNotGenuine().map(NotGenuine::detail));
    }

    @Derived
    Optional<DeliveryProblem> unusable() {
        return DeliveryProblem.of(fault, detail);
    }
}
