package jinbo.partner;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** What people on the insurer's own side must set right. */
public enum PartnerError implements ErrorCode {
    PARTNER_NOT_SET_UP(409),
    SETTING_MISSING("PARTNER_SETTING_UNUSABLE", 422),
    SETTING_NOT_KNOWN("PARTNER_SETTING_UNUSABLE", 422),
    SETTING_NOT_A_CODE("PARTNER_SETTING_UNUSABLE", 422),
    SETTING_NOT_A_PATH("PARTNER_SETTING_UNUSABLE", 422),
    DROP_UNUSABLE("PARTNER_SETTING_UNUSABLE", 422),
    NOT_SETTINGS("PARTNER_SETTING_UNUSABLE", 422),
    NOT_A_DROP("PARTNER_SETTING_UNUSABLE", 422),
    LOGIN_KEY_UNREADABLE("PARTNER_SETTING_UNUSABLE", 422),
    LOGIN_KEY_NOT_OPENSSH("PARTNER_SETTING_UNUSABLE", 422),
    NOT_A_VERIFIER_KEY("PARTNER_SETTING_UNUSABLE", 422),
    CLOCK_UNUSABLE("PARTNER_SETTING_UNUSABLE", 422),
    PARTNER_BUSY(409),
    NO_LIST_HELD(409),
    NO_LIST_TO_ACKNOWLEDGE("NO_LIST_HELD", 409),
    /** The held list is a sound list, and not the one that was applied. */
    LIST_DIFFERS(409),
    LIST_STALE(409),
    /** Nobody has said which line of business the calls are for. */
    BUSINESS_LINE_MISSING(422),
    BUSINESS_LINE_NOT_ON_LIST(409),
    NO_BUSINESS_LINES_ON_LIST("BUSINESS_LINE_NOT_ON_LIST", 409),
    /** The held list, or the note of which one it is, is not what was written. */
    LIST_DAMAGED(409),
    LIST_OF_OTHER_LENGTH("LIST_DAMAGED", 409),
    LIST_OF_FORMER_FORMAT("LIST_DAMAGED", 409),
    LIST_GONE("LIST_DAMAGED", 409),
    LIST_NOTE_DAMAGED("LIST_DAMAGED", 409),
    /** No file may have it in its name. */
    DATE_UNUSABLE(422),
    NUMBERS_USED_UP(409),
    /** The name of a sealed file cannot be changed. */
    NAME_TAKEN(409),
    OUTBOX_DAMAGED(409),
    OUTBOX_NOTE_GONE("OUTBOX_DAMAGED", 409),
    OUTBOX_NOTE_DAMAGED("OUTBOX_DAMAGED", 409),
    CONTENT_CHANGED(409),
    CERTIFICATE_NOT_WAITING(404),
    CERTIFICATE_NOT_READ_OUT("CERTIFICATE_NOT_WAITING", 404),
    /** It is expired, revoked or too weak. */
    CERTIFICATE_NOT_GOOD(409),
    NO_SUCH_OWN_KEY(404),
    OWN_KEY_CANNOT_SIGN("NO_SUCH_OWN_KEY", 409),
    NOTED_KEY_MISSING("NO_SUCH_OWN_KEY", 409),
    NOTE_HOLDS_NO_KEY("NO_SUCH_OWN_KEY", 409),
    /** Nothing shows that the association accepts what it signs. */
    OWN_KEY_NOT_ACCEPTED(409),
    OWN_KEY_SIGNS(409),
    /** A table of numbers cannot be read; the first fact is its name. */
    FIELDS_DIFFER("TABLE_UNUSABLE", 422),
    TABLE_EMPTY("TABLE_UNUSABLE", 422),
    TABLE_NOT_CSV("TABLE_UNUSABLE", 422),
    TABLE_UTF16("TABLE_UNUSABLE", 422),
    MOBILE_TWICE("TABLE_UNUSABLE", 422),
    MOBILE_MISSING("TABLE_UNUSABLE", 422),
    COLUMN_THERE_ALREADY("TABLE_UNUSABLE", 422);

    private final ErrorType type;

    PartnerError(int httpStatus) {
        this.type = new ErrorType(name(), httpStatus);
    }

    PartnerError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
