package jinbo.participant.insurer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import jinbo.reference.business.LineCode;

/** What was asked about an insurer cannot be done. */
public sealed class InsurerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final InsurerCode code;

    private InsurerException(InsurerCode code, String message) {
        super(message);
        this.code = code;
    }

    /** The insurer that was asked about. */
    public InsurerCode code() {
        return code;
    }

    /** No insurer has this code. */
    public static final class Unknown extends InsurerException {
        private static final long serialVersionUID = 1L;

        private Unknown(InsurerCode code, String message) {
            super(code, message);
        }

        /** What another process has found, which knows the others. */
        public static Unknown elsewhere(InsurerCode code) {
            return new Unknown(code, "There is no insurer " + code);
        }

        Unknown(InsurerCode code, Collection<InsurerCode> known) {
            this(
                    code,
                    "There is no insurer " + code + ". Known: "
                            + (known.isEmpty()
                                    ? "none yet; add one with \"insurer add\""
                                    : known.stream()
                                            .map(InsurerCode::value)
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
        }
    }

    /** The code is taken. */
    public static final class Exists extends InsurerException {
        private static final long serialVersionUID = 1L;

        Exists(InsurerCode code) {
            super(code, "There is an insurer " + code + " already; look at it with \"insurer show " + code + "\"");
        }
    }

    /** The insurer has no server of its own whose host key could be pinned. */
    public static final class NoServer extends InsurerException {
        private static final long serialVersionUID = 1L;

        NoServer(InsurerCode code) {
            this(code, "only the host keys of an insurer's own server are pinned");
        }

        private NoServer(InsurerCode code, String what) {
            super(
                    code,
                    "The drop of " + code + " is an account on the embedded server, whose host key \"key ssh\" shows; "
                            + what);
        }

        /** Our own server asks no password. */
        public static NoServer withPassword(InsurerCode code) {
            return new NoServer(code, "that server asks for no password");
        }
    }

    /** The host key cannot be taken away: it is not pinned, or the only one, without which nothing would be checked. */
    public static final class PinMissing extends InsurerException {
        private static final long serialVersionUID = 1L;

        PinMissing(InsurerCode code, String hostKey, boolean only) {
            super(
                    code,
                    only
                            ? "The host key " + hostKey + " is the only one that is pinned for " + code
                                    + ", and a server is never used unchecked; pin the next one first"
                            : "The host key " + hostKey + " is not pinned for " + code + "; see \"insurer show " + code
                                    + "\"");
        }
    }

    /** Two insurers would have the same drop, or have it. */
    public static final class DropShared extends InsurerException {
        private static final long serialVersionUID = 1L;

        private DropShared(InsurerCode code, String message) {
            super(code, message);
        }

        /**
         * The drop that one is to have is another one's.
         *
         * @param why how that is known
         */
        public static DropShared refused(InsurerCode code, InsurerCode other, String why) {
            return new DropShared(
                    code,
                    "The drop of " + code + " would be that of " + other + ", too: " + why
                            + ". Their files would be mixed; ask " + code + " for an account or a folder of its own");
        }

        /** The address is one of the exchange's own server, where another insurer has its account. */
        public static DropShared ours(InsurerCode code) {
            return new DropShared(
                    code,
                    "The host key that " + code
                            + " is to be known by is that of the embedded server, where each insurer"
                            + " has an account of its own; leave --sftp out to give " + code + " one, or ask it for the"
                            + " host key of its own server");
        }

        /** Insurers with whom files are exchanged have the same drop. */
        public static DropShared found(InsurerCode code, Collection<InsurerCode> others) {
            return new DropShared(
                    code,
                    "nothing is exchanged with " + code + ", because its drop has the same address as that of "
                            + others.stream().map(InsurerCode::value).collect(Collectors.joining(", "))
                            + ", and their files would be mixed; suspend all but the one whose drop it is (insurer"
                            + " suspend). Each other leaves, and is added under another code with a drop of its own");
        }
    }

    /** The insurer has left, which is for good. */
    public static final class HasLeft extends InsurerException {
        private static final long serialVersionUID = 1L;

        HasLeft(Insurer insurer) {
            super(
                    insurer.code(),
                    insurer.code() + " takes part no longer"
                            + insurer.departure().map(HasLeft::sinceWhen).orElse("")
                            + "; if it comes back, it joins under another code with \"insurer add\"");
        }

        private static String sinceWhen(InsurerStatus.Departure departure) {
            return " since " + departure.on()
                    + departure
                            .successor()
                            .map(successor -> ", and " + successor + " is its successor")
                            .orElse("");
        }
    }

    /** No agreement ends by that. */
    public static final class NothingEnds extends InsurerException {
        private static final long serialVersionUID = 1L;

        NothingEnds(Insurer insurer) {
            super(
                    insurer.code(),
                    insurer.agreements()
                                    .endOn()
                                    .map(end -> "The agreements of " + insurer.code() + " end on " + end
                                            + " already, and an end can only be brought forward")
                                    .orElse(insurer.code() + " has not signed both agreements, so none ends")
                            + "; what is signed anew is recorded with \"insurer agree " + insurer.code() + "\"");
        }
    }

    /** The insurer sells the line already, or will. */
    public static final class LineTaken extends InsurerException {
        private static final long serialVersionUID = 1L;

        LineTaken(InsurerCode code, LineCode line, LineParticipation.Period period) {
            super(
                    code,
                    code + " sells " + line + " from " + period.since()
                            + period.endedOn()
                                    .map(end -> " until before " + end + "; name that day or a later one")
                                    .orElse("")
                            + "; see \"insurer show " + code + "\"");
        }
    }

    /** The insurer does not sell the line, or an end is recorded already. */
    public static final class LineNotSold extends InsurerException {
        private static final long serialVersionUID = 1L;

        LineNotSold(InsurerCode code, LineCode line) {
            super(
                    code,
                    code + " does not sell " + line + ", or its end is recorded already; see \"insurer show " + code
                            + "\"");
        }
    }

    /** The insurer would sell nothing any more, then or once its other lines end. */
    public static final class LastLine extends InsurerException {
        private static final long serialVersionUID = 1L;

        LastLine(InsurerCode code, LineCode line, LocalDate on) {
            super(
                    code,
                    "On " + on + " " + code + " sells no other line that goes on, so " + line
                            + " cannot end then. Have another line begin by that day (\"insurer add-line " + code
                            + "\"), or record that the insurer leaves (\"insurer leave " + code + "\")");
        }
    }

    /** The other insurer cannot take its place. */
    public static final class NoSuccessor extends InsurerException {
        private static final long serialVersionUID = 1L;

        NoSuccessor(Insurer leaving, Insurer next, String why) {
            super(
                    leaving.code(),
                    next.code() + " cannot succeed " + leaving.code() + ": " + why
                            + ". A successor takes part, in all lines of business of the one that leaves; see \"insurer list\"");
        }
    }

    /** The certificate belongs to an insurer already. */
    public static final class CertificateTaken extends InsurerException {
        private static final long serialVersionUID = 1L;

        CertificateTaken(InsurerCode owner, String fingerprint) {
            super(
                    owner,
                    "The certificate " + fingerprint + " is registered for " + owner
                            + " already; each insurer needs a key of its own");
        }
    }

    /** The certificate was revoked here, which is for good. */
    public static final class CertificateRevoked extends InsurerException {
        private static final long serialVersionUID = 1L;

        CertificateRevoked(InsurerCode code, String fingerprint, CertificateRevocation certificateRevocation) {
            super(
                    code,
                    "The certificate " + fingerprint + " is revoked from " + certificateRevocation.from()
                            + (certificateRevocation.compromised() ? ", as compromised" : "")
                            + ", which is for good; ask " + code + " for another key");
        }
    }

    /** The insurer has no such certificate. */
    public static final class NoCertificate extends InsurerException {
        private static final long serialVersionUID = 1L;

        NoCertificate(InsurerCode code, String fingerprint) {
            super(
                    code,
                    code + " has no certificate with the fingerprint " + fingerprint + "; see \"key list " + code
                            + "\"");
        }
    }

    /** Copies of a certificate wait that are not the same, and none was named. */
    public static final class SeveralOffered extends InsurerException {
        private static final long serialVersionUID = 1L;

        SeveralOffered(InsurerCode code, String fingerprint, Collection<Long> copies) {
            super(
                    code,
                    "Copies of the certificate " + fingerprint + " of " + code + " wait that are not the same: "
                            + copies.stream().map(String::valueOf).collect(Collectors.joining(", "))
                            + ". Look at them with \"key waiting\", name the one that is meant with --copy, and refuse"
                            + " what the insurer has not sent");
        }
    }

    /** No certificate that waits has this fingerprint. */
    public static final class NotOffered extends InsurerException {
        private static final long serialVersionUID = 1L;

        NotOffered(InsurerCode code, String fingerprint) {
            super(
                    code,
                    "No certificate of " + code + " with the fingerprint " + fingerprint
                            + " waits. If " + code
                            + " has read out other digits than \"key waiting\" shows, somebody else"
                            + " has sent that certificate: refuse it, and have the key that signed it revoked");
        }
    }
}
