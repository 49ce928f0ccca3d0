package jinbo.operator.console;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.ExpiryNotice;
import jinbo.participant.insurer.InsurerCode;

/**
 * A task for a person, made from an alert. The messages {@code do.CODE} and {@code why.CODE} describe it. {@code
 * insurer} is empty for a task about the whole exchange. {@code detail} is a count, a year or a date.
 */
public record Todo(Alert.Code code, String insurer, String name, Object detail, String path, Urgency urgency) {

    public enum Urgency {
        /** A part of the exchange is stopped until the task is done. */
        BLOCKED,
        TODAY,
        WEEK
    }

    private static final Set<Alert.Code> COUNTED = EnumSet.of(
            Alert.Code.FILES_HELD,
            Alert.Code.SANCTIONS_WAIT,
            Alert.Code.CASES_WITHOUT_INSURER,
            Alert.Code.CASES_NOT_SENT,
            Alert.Code.CASES_UNANSWERED,
            Alert.Code.CASES_UNDECIDED);

    static Todo of(Alert alert, Map<String, String> names) {
        String insurer = alert.insurer().map(InsurerCode::value).orElse("");
        return new Todo(
                alert.code(),
                insurer,
                names.getOrDefault(insurer, insurer),
                detail(alert),
                path(alert.code(), insurer, alert.detail().orElse("")),
                urgency(alert));
    }

    private static Object detail(Alert alert) {
        String detail = alert.detail().orElse("");
        return alert.code() == Alert.Code.REQUESTS_WAIT
                // the detail of the alert lists the ids of the requests
                ? (Object) detail.split(", ").length
                : COUNTED.contains(alert.code()) ? Long.valueOf(detail) : PageFormat.recorded(detail);
    }

    private static Urgency urgency(Alert alert) {
        if (alert.notice()
                .filter(notice -> notice.level() == ExpiryNotice.Level.URGENT)
                .isPresent()) {
            return Urgency.TODAY;
        }
        return switch (alert.code()) {
            case SUSPENDED,
                    DROP_SHARED,
                    AGREEMENTS_MISSING,
                    AGREEMENTS_LAPSED,
                    NO_CERTIFICATE,
                    NO_SIGNING_KEY,
                    NO_OWN_KEY,
                    OWN_KEY_LOST,
                    FILES_HELD,
                    DROP_FOLDER_MISSING,
                    LISTS_UNDELIVERED,
                    LIST_OVERDUE,
                    UNRECORDED_FILES,
                    RESTORATION_OPEN,
                    ACCESS_LOG_ALARM,
                    YEAR_NOT_LOADED,
                    GATEWAY_FAILS,
                    LOOK_FAILED -> Urgency.BLOCKED;
            case AGREEMENTS_END,
                    UNITS_NOT_BOUND,
                    CERTIFICATE_EXPIRES,
                    OWN_KEY_ENDS,
                    OWN_KEY_SIGNS_SOON,
                    OWN_KEY_LEFT_OVER,
                    LIST_NOT_APPLIED_BY_UNITS,
                    FOUR_EYES_OFF,
                    PEOPLE_LACKING,
                    DATABASE_TOO_LARGE -> Urgency.WEEK;
            default -> Urgency.TODAY;
        };
    }

    private static String path(Alert.Code code, String insurer, String detail) {
        return switch (code) {
            case FILES_HELD -> (detail.equals("1") ? "/held/next?insurer=" : "/held?insurer=") + insurer;
            case REQUESTS_WAIT -> detail.contains(",") ? "/requests" : "/requests/" + detail;
            case CASES_UNANSWERED -> "/cases?state=OVERDUE&insurer=" + insurer;
            case CASES_WITHOUT_INSURER, CASES_NOT_SENT -> "/cases?state=OPEN";
            case CASES_UNDECIDED -> "/cases";
            case SANCTIONS_WAIT -> "/sanctions";
            case RUNS_FAIL, RUN_TAKES_LONG, FILES_UNFINISHED, LISTS_UNDELIVERED, LOOK_FAILED -> "/runs";
            case NO_OWN_KEY, OWN_KEY_ENDS, OWN_KEY_SIGNS_SOON, OWN_KEY_LEFT_OVER, OWN_KEY_LOST, OWN_KEY_NOT_ANNOUNCED ->
                "/keys";
            case UNITS_NOT_BOUND, LIST_NOT_APPLIED_BY_UNITS -> "/units?insurer=" + insurer;
            case FOUR_EYES_OFF, PEOPLE_LACKING -> "/people";
            case ACCESS_LOG_ALARM -> "/log";
            default -> insurer.isEmpty() ? "/help#home" : "/insurers/" + insurer;
        };
    }
}
