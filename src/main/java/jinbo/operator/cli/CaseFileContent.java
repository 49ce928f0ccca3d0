package jinbo.operator.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.exchange.format.CaseNotice;
import jinbo.participant.operation.Derived;
import jinbo.partner.DeliveryFault;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.reference.phone.PhoneDigits;

/**
 * What a file of cases says, or why it must not be believed.
 *
 * @param file its name
 * @param asked what we are asked to answer
 * @param decided what was decided
 * @param sanctions which sanctions begin or end
 * @param fault why it must not be believed
 * @param detail the same in words
 */
record CaseFileContent(
        String file,
        List<CaseAsked> asked,
        List<CaseDecided> decided,
        List<CaseSanction> sanctions,
        Optional<DeliveryFault> fault,
        Optional<String> detail) {

    static CaseFileContent of(Path file, VerificationResult<List<CaseNotice>> verificationResult) {
        String name = PhoneDigits.masked(file.getFileName().toString());
        if (verificationResult instanceof NotGenuine<List<CaseNotice>> wrong) {
            return new CaseFileContent(
                    name, List.of(), List.of(), List.of(), Optional.of(wrong.fault()), Optional.of(wrong.detail()));
        }
        List<CaseNotice> notices = ((Genuine<List<CaseNotice>>) verificationResult).value();
        return new CaseFileContent(
                name,
                only(CaseNotice.Complaint.class, notices).map(CaseAsked::of).toList(),
                only(CaseNotice.Decision.class, notices).map(CaseDecided::of).toList(),
                only(CaseNotice.Sanction.class, notices).map(CaseSanction::of).toList(),
                Optional.empty(),
                Optional.empty());
    }

    private static <N extends CaseNotice> Stream<N> only(Class<N> kind, List<CaseNotice> notices) {
        return notices.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Derived
    Optional<UnusableDelivery> unusable() {
        return UnusableDelivery.of(fault, detail);
    }
}
