package jinbo.operator.cli;

import java.util.stream.Collectors;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.participant.insurer.InsurerCode;

/** A certificate would not be accepted, so nobody is asked to confirm it. */
final class CertificateRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CertificateRefusedException(InsurerCode code, CertificateReport report) {
        super("The certificate is not accepted for " + code + ": "
                + (report.isGood()
                        ? "it is the association's own"
                        : report.refusing().stream()
                                .map(finding -> finding.code() + " " + finding.sentence())
                                .collect(Collectors.joining("; "))));
    }
}
