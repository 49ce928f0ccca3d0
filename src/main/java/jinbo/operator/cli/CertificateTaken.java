package jinbo.operator.cli;

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
record CertificateTaken(
        String file,
        Optional<String> outcome,
        Optional<String> fingerprint,
        Optional<DeliveryFault> fault,
        Optional<String> detail) {

    static CertificateTaken of(Path file, VerificationResult<OfferCertificate.Offered> verificationResult) {
        String name = PhoneDigits.masked(file.getFileName().toString());
        if (verificationResult instanceof NotGenuine<OfferCertificate.Offered> wrong) {
            return new CertificateTaken(
                    name, Optional.empty(), Optional.empty(), Optional.of(wrong.fault()), Optional.of(wrong.detail()));
        }
        OfferCertificate.Offered taken =
                ((VerificationResult.Genuine<OfferCertificate.Offered>) verificationResult).value();
        return new CertificateTaken(
                name,
                Optional.of(taken.outcome().name()),
                Optional.of(taken.certificate().fingerprint().inGroups()),
                Optional.empty(),
                Optional.empty());
    }

    @Derived
    Optional<UnusableDelivery> unusable() {
        return UnusableDelivery.of(fault, detail);
    }
}
