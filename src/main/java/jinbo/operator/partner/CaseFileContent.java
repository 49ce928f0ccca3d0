package jinbo.operator.partner;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.exchange.format.CaseNotice;
import jinbo.participant.operation.Derived;
import jinbo.partner.DeliveryFault;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.reference.business.LineCode;
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
        List<CaseToAnswer> asked,
        List<CaseOutcome> decided,
        List<CaseSanction> sanctions,
        Optional<DeliveryFault> fault,
        Optional<String> detail) {

    static CaseFileContent of(Path file, VerificationResult<List<CaseNotice>> result) {
        List<CaseNotice> notices = result.ifGenuine().orElse(List.of());
        return new CaseFileContent(
                PhoneDigits.masked(file.getFileName().toString()),
                only(CaseNotice.Complaint.class, notices).map(CaseToAnswer::of).toList(),
                only(CaseNotice.Decision.class, notices).map(CaseOutcome::of).toList(),
                only(CaseNotice.Sanction.class, notices).map(CaseSanction::of).toList(),
                result.ifNotGenuine().map(NotGenuine::fault),
                result.ifNotGenuine().map(NotGenuine::detail));
    }

    private static <N extends CaseNotice> Stream<N> only(Class<N> kind, List<CaseNotice> notices) {
        return notices.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Derived
    Optional<DeliveryProblem> unusable() {
        return DeliveryProblem.of(fault, detail);
    }

    /** A complaint that we are asked to answer, with the numbers, without which nobody finds the call. */
    record CaseToAnswer(
            String number,
            String mobile,
            Instant calledAt,
            Optional<String> caller,
            String purpose,
            Optional<LineCode> businessLine,
            Optional<LocalDate> answerBy) {

        static CaseToAnswer of(CaseNotice.Complaint notice) {
            return new CaseToAnswer(
                    notice.caseNumber(),
                    notice.mobile().digits(),
                    notice.calledAt(),
                    notice.caller(),
                    notice.purpose(),
                    notice.businessLine(),
                    notice.answerBy());
        }
    }

    /**
     * @param notice upheld or dismissed
     * @param until the last day for an appeal
     */
    record CaseOutcome(
            String number, CaseNotice.Kind notice, String ruling, List<String> grounds, Optional<LocalDate> until) {

        static CaseOutcome of(CaseNotice.Decision notice) {
            return new CaseOutcome(
                    notice.caseNumber(),
                    notice.kind(),
                    notice.ruling(),
                    notice.grounds().stream().sorted().toList(),
                    notice.until());
        }
    }

    /** @param until its last day */
    record CaseSanction(
            CaseNotice.Kind notice,
            String sanction,
            Optional<String> salesperson,
            LocalDate from,
            Optional<LocalDate> until) {

        static CaseSanction of(CaseNotice.Sanction notice) {
            return new CaseSanction(
                    notice.kind(), notice.sanction(), notice.salesperson(), notice.from(), notice.until());
        }
    }
}
