package jinbo.operator.cli;

import java.util.stream.Collectors;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.error.CodedException;

/** A command that is typed correctly cannot be carried out. */
final class CliException extends CodedException {

    private static final long serialVersionUID = 1L;

    CliException(CliError error, Object... facts) {
        super(error, facts);
    }

    /** A certificate would not be accepted, so nobody is asked to confirm it. */
    static CliException certificateRefused(InsurerCode code, CertificateReport report) {
        return report.isGood()
                ? new CliException(CliError.CERTIFICATE_OF_ASSOCIATION, code)
                : new CliException(
                        CliError.CERTIFICATE_REFUSED,
                        code,
                        report.refusing().stream()
                                .map(finding -> finding.code() + " " + finding.sentence())
                                .collect(Collectors.joining("; ")));
    }
}
