package jinbo.operator.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.format.CaseNotice;
import jinbo.operator.partner.FetchResult.DeliveryProblem;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;
import jinbo.partner.DeliveryFault;
import jinbo.partner.DropConnection;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.PhoneDigits;
import picocli.CommandLine.Command;

/** {@code partner cases}: fetches the delivered files, and shows decisions and the cases that must be answered. */
@Command(name = "cases")
final class ReadCases extends PartnerTask {

    @Override
    Object answer(PartnerSession session) throws IOException {
        try (DropConnection drop = session.connect()) {
            FetchResult fetched = FetchResult.fetch(session, drop);
            return DeliveredCases.of(fetched, cases(session.reloadCertificates(), drop));
        }
    }

    /** Opens the files of cases in the inbox, and fetches damaged ones again. */
    private static Map<Path, VerificationResult<List<CaseNotice>>> cases(PartnerSession session, DropConnection drop)
            throws IOException {
        Map<Path, VerificationResult<List<CaseNotice>>> opened =
                session.deliveries().cases();
        Set<String> damaged = opened.entrySet().stream()
                .filter(file -> file.getValue() instanceof NotGenuine<List<CaseNotice>> wrong
                        && wrong.fault() == DeliveryFault.FORGED)
                .map(file -> file.getKey().getFileName().toString())
                .collect(Collectors.toSet());
        if (damaged.isEmpty()) {
            return opened;
        }
        session.deliveries().fetchAgain(drop.session(), damaged::contains, session.now());
        return session.deliveries().cases();
    }

    record DeliveredCases(FetchResult fetched, List<CaseFileContent> files) implements Incomplete {

        static DeliveredCases of(FetchResult fetched, Map<Path, VerificationResult<List<CaseNotice>>> opened) {
            return new DeliveredCases(
                    fetched,
                    opened.entrySet().stream()
                            .map(file -> CaseFileContent.of(file.getKey(), file.getValue()))
                            .toList());
        }

        @Override
        public boolean complete() {
            return fetched.complete()
                    && files.stream().allMatch(file -> file.fault().isEmpty());
        }
    }

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
                    only(CaseNotice.Complaint.class, notices)
                            .map(CaseToAnswer::of)
                            .toList(),
                    only(CaseNotice.Decision.class, notices)
                            .map(CaseOutcome::of)
                            .toList(),
                    only(CaseNotice.Sanction.class, notices)
                            .map(CaseSanction::of)
                            .toList(),
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

        /** A complaint that the insurer must answer, with the phone numbers that identify the call. */
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
}
