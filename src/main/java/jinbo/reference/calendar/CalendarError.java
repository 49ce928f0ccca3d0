package jinbo.reference.calendar;

import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;

public enum CalendarError implements ErrorCode {
    /** The holidays of a year are announced late in the previous year. */
    YEAR_NOT_LOADED,
    CALENDAR_FILE_REFUSED,
    NO_DAYS,
    TOO_MANY_ROWS,
    FIELDS,
    DATE,
    KIND,
    NAME,
    WORKDAY_ANYWAY,
    OFF_ANYWAY,
    DAY_TWICE,
    YEAR_NOT_WHOLE;

    @Override
    public ErrorType type() {
        return this == YEAR_NOT_LOADED ? new ErrorType(name(), 409) : new ErrorType(CALENDAR_FILE_REFUSED.name(), 422);
    }
}
