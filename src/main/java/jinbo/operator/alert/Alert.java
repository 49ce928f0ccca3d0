package jinbo.operator.alert;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * @param insurer whom it is about; empty if it is about all
 * @param detail a year, a date or a count that belongs to it
 * @param notice how soon something ends, if that is what it is about
 */
public record Alert(Code code, Optional<InsurerCode> insurer, Optional<String> detail, Optional<ExpiryNotice> notice) {

    /** One that is not about an end. */
    Alert(Code code, Optional<InsurerCode> insurer, Optional<String> detail) {
        this(code, insurer, detail, Optional.empty());
    }

    public enum Code {
        SUSPENDED,
        /** Nothing is exchanged with the insurer, because another one has the same drop. */
        DROP_SHARED,
        AGREEMENTS_MISSING,
        AGREEMENTS_LAPSED,
        AGREEMENTS_END,
        UNITS_NOT_BOUND,
        NO_CERTIFICATE,
        /** No upload of the insurer can be accepted, because no key of it may sign. */
        NO_SIGNING_KEY,
        CERTIFICATE_EXPIRES,
        /** Certificates that the insurer has sent wait for two people. */
        CERTIFICATES_WAIT,
        /** None of our own keys may sign, or be encrypted to. */
        NO_OWN_KEY,
        OWN_KEY_ENDS,
        OWN_KEY_SIGNS_SOON,
        /** A key of ours was replaced long ago and never retired. */
        OWN_KEY_LEFT_OVER,
        /** Insurers were sent a certificate whose secret key is not in the home. */
        OWN_KEY_LOST,
        /** Certificates of ours do not lie on the drops of insurers that have to get them. */
        OWN_KEY_NOT_ANNOUNCED,
        UPLOAD_LATE,
        FILES_HELD,
        FILES_UNFINISHED,
        /** Folders of the insurer's account on the embedded server have vanished. */
        DROP_FOLDER_MISSING,
        LISTS_UNDELIVERED,
        /** The insurer's last list is past its day of use. */
        LIST_OVERDUE,
        /** The insurer has acknowledged another list than it was sent. */
        LIST_DIFFERS,
        LIST_NOT_APPLIED,
        /** Sales units of the insurer have not been named in time as having a list. */
        LIST_NOT_APPLIED_BY_UNITS,
        /** Nobody knows in whose name consumers were called who complain. */
        CASES_WITHOUT_INSURER,
        /** Insurers have not been asked in time about calls that consumers complain of. */
        CASES_NOT_SENT,
        /** The insurer has not answered complaints about calls in time. */
        CASES_UNANSWERED,
        CASES_UNDECIDED,
        /** Sanctions that upheld complaints have earned wait for two people. */
        SANCTIONS_WAIT,
        /**
         * Files on the insurer's drop are known by no record, and nothing else shows that the database is older; its
         * lists wait for people.
         */
        UNRECORDED_FILES,
        /** The database is older than what had left; nothing is published until that is settled. */
        RESTORATION_OPEN,
        /** The access log was changed or turned back; nothing is delivered. */
        ACCESS_LOG_ALARM,
        /** Runs of a job leave something undone in spite of trying again. */
        RUNS_FAIL,
        /** A run of a job does not come to an end. */
        RUN_TAKES_LONG,
        YEAR_NOT_LOADED,
        /** One person alone decides, although insurers with servers of their own take part. */
        FOUR_EYES_OFF,
        /** Over a database that others share there are not yet the two people that a decision takes. */
        PEOPLE_LACKING,
        /** Decisions wait for a second person, or their end is not recorded. */
        REQUESTS_WAIT,
        /** Disks that hold folders of the home are nearly full. */
        DISK_SPACE_LOW,
        DATABASE_TOO_LARGE,
        /** A gateway for short messages has taken none for a while. */
        GATEWAY_FAILS,
        /** Many visitors of the portal were asked to come back. */
        VISITORS_TURNED_AWAY,
        LOOK_FAILED
    }

    static Alert about(Code code, Object detail) {
        return new Alert(code, Optional.empty(), Optional.of(detail.toString()));
    }

    static Alert about(InsurerCode insurer, Code code) {
        return new Alert(code, Optional.of(insurer), Optional.empty());
    }

    static Alert about(InsurerCode insurer, Code code, Object detail) {
        return new Alert(code, Optional.of(insurer), Optional.of(detail.toString()));
    }

    /** One about an end; the detail is its day. */
    static Alert about(Optional<InsurerCode> insurer, Code code, ExpiryNotice expiryNotice) {
        return new Alert(code, insurer, Optional.of(expiryNotice.lastDay().toString()), Optional.of(expiryNotice));
    }
}
