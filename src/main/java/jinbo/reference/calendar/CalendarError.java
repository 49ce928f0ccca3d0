package jinbo.reference.calendar;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

/** What is wrong with a calendar, or a file of one. */
public enum CalendarError implements ErrorCode {
    /** The holidays of a year are announced late in the year before. */
    YEAR_NOT_LOADED(409),
    CALENDAR_FILE_REFUSED(422),
    NO_DAYS("CALENDAR_FILE_REFUSED", 422),
    TOO_MANY_ROWS("CALENDAR_FILE_REFUSED", 422),
    FIELDS("CALENDAR_FILE_REFUSED", 422),
    DATE("CALENDAR_FILE_REFUSED", 422),
    KIND("CALENDAR_FILE_REFUSED", 422),
    NAME("CALENDAR_FILE_REFUSED", 422),
    WORKDAY_ANYWAY("CALENDAR_FILE_REFUSED", 422),
    OFF_ANYWAY("CALENDAR_FILE_REFUSED", 422),
    DAY_TWICE("CALENDAR_FILE_REFUSED", 422),
    YEAR_NOT_WHOLE("CALENDAR_FILE_REFUSED", 422);

    private final ErrorType type;

    CalendarError(int httpStatus) {
        this.type = new ErrorType(name(), httpStatus);
    }

    CalendarError(String code, int httpStatus) {
        this.type = new ErrorType(code, httpStatus);
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
