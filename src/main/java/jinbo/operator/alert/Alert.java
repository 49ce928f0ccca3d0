package jinbo.operator.alert;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/** A condition that needs a person; {@code detail} is a year, a date, a count or names, depending on the code. */
public record Alert(Code code, Optional<InsurerCode> insurer, Optional<String> detail, Optional<ExpiryNotice> notice) {

    Alert(Code code, Optional<InsurerCode> insurer, Optional<String> detail) {
        this(code, insurer, detail, Optional.empty());
    }

    public enum Code {
        SUSPENDED,
        /** Another insurer has the same drop, so nothing is exchanged. */
        DROP_SHARED,
        AGREEMENTS_MISSING,
        AGREEMENTS_LAPSED,
        /** The agreements of the insurer end within 30 days. */
        AGREEMENTS_END,
        /** Sales units have no confidentiality agreement in force, so they must not receive the list. */
        UNITS_NOT_BOUND,
        NO_CERTIFICATE,
        NO_SIGNING_KEY,
        CERTIFICATE_EXPIRES,
        /** The insurer has sent new certificates, which two people must check. */
        CERTIFICATES_WAIT,
        NO_OWN_KEY,
        OWN_KEY_ENDS,
        /** The association's next key signs within seven days; insurers should have accepted its certificate. */
        OWN_KEY_SIGNS_SOON,
        /** One of the association's keys was replaced long ago, but has not been retired. */
        OWN_KEY_LEFT_OVER,
        /** Insurers were sent a certificate whose secret key is not in the home. */
        OWN_KEY_LOST,
        OWN_KEY_NOT_ANNOUNCED,
        UPLOAD_LATE,
        FILES_HELD,
        /** Files of the insurer have no receipt yet, or are still on the drop. */
        FILES_UNFINISHED,
        DROP_FOLDER_MISSING,
        LISTS_UNDELIVERED,
        /** The last day on which the insurer's last delivered list may be used is over. */
        LIST_OVERDUE,
        /** The insurer has acknowledged a list, but holds other entries than those that it was sent. */
        LIST_DIFFERS,
        /** The insurer has not acknowledged a list in time. */
        LIST_NOT_APPLIED,
        /** Some sales units were not named in time in an acknowledgement of a list. */
        LIST_NOT_APPLIED_BY_UNITS,
        CASES_WITHOUT_INSURER,
        CASES_NOT_SENT,
        CASES_UNANSWERED,
        CASES_UNDECIDED,
        /** Two people must decide about proposed sanctions. */
        SANCTIONS_WAIT,
        /** The insurer's drop has files that are not recorded; nothing else shows a restore. Its lists wait. */
        UNRECORDED_FILES,
        /** The database was restored from an older backup; no list is published until the recovery ends. */
        RESTORATION_OPEN,
        /** The access log was changed or reset; nothing is delivered. */
        ACCESS_LOG_ALARM,
        RUNS_FAIL,
        RUN_TAKES_LONG,
        /** The working days of a year are missing in the calendar. */
        YEAR_NOT_LOADED,
        /** One person alone makes decisions, although insurers with servers of their own participate. */
        FOUR_EYES_OFF,
        /** Other parties may use the database, and fewer than two people are registered. */
        PEOPLE_LACKING,
        /** Requests wait for a second person, or were confirmed and have no recorded result. */
        REQUESTS_WAIT,
        DISK_SPACE_LOW,
        DATABASE_TOO_LARGE,
        GATEWAY_FAILS,
        /** Too many visitors of the portal were asked to come back later. */
        VISITORS_TURNED_AWAY,
        /** A check failed; it is unknown whether its conditions hold, and its open alerts stay open. */
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

    /** Empty for a count of 0; otherwise the detail is the count. */
    static Optional<Alert> counted(Code code, Optional<InsurerCode> insurer, long count) {
        return count == 0 ? Optional.empty() : Optional.of(new Alert(code, insurer, Optional.of(Long.toString(count))));
    }

    /** The detail is the last day. */
    static Alert about(Optional<InsurerCode> insurer, Code code, ExpiryNotice expiryNotice) {
        return new Alert(code, insurer, Optional.of(expiryNotice.lastDay().toString()), Optional.of(expiryNotice));
    }
}
