package jinbo.operator.cli;

import jinbo.participant.insurer.InsurerException;
import jinbo.participant.insurer.UnitException;

/** The codes for what cannot be done about an insurer or its sales units. */
final class FailureOfInsurer {

    private FailureOfInsurer() {}

    static String codeOf(Exception e) {
        if (e instanceof InsurerException.Unknown) {
            return "INSURER_UNKNOWN";
        }
        if (e instanceof InsurerException.Exists) {
            return "INSURER_EXISTS";
        }
        if (e instanceof InsurerException.NoServer) {
            return "NO_SERVER";
        }
        if (e instanceof InsurerException.PinMissing) {
            return "PIN_MISSING";
        }
        if (e instanceof InsurerException.DropShared) {
            return "DROP_SHARED";
        }
        if (e instanceof InsurerException.HasLeft) {
            return "INSURER_LEFT";
        }
        if (e instanceof InsurerException.NothingEnds) {
            return "NOTHING_ENDS";
        }
        if (e instanceof InsurerException.LineTaken
                || e instanceof InsurerException.LineNotSold
                || e instanceof InsurerException.LastLine) {
            return "LINE_OF_INSURER";
        }
        if (e instanceof InsurerException.NoSuccessor) {
            return "NO_SUCCESSOR";
        }
        if (e instanceof InsurerException.CertificateRevoked) {
            return "CERTIFICATE_REVOKED";
        }
        if (e instanceof InsurerException.NoCertificate) {
            return "NO_SUCH_CERTIFICATE";
        }
        if (e instanceof InsurerException.SeveralOffered) {
            return "CERTIFICATES_DIFFER";
        }
        if (e instanceof InsurerException.NotOffered) {
            return "CERTIFICATE_NOT_OFFERED";
        }
        if (e instanceof UnitException) {
            return e instanceof UnitException.Unknown
                    ? "UNIT_UNKNOWN"
                    : e instanceof UnitException.Exists ? "UNIT_EXISTS" : "UNIT_CLOSED";
        }
        return "CERTIFICATE_TAKEN";
    }
}
