package jinbo.reference.calendar;

import jinbo.platform.error.CodedException;

public final class YearNotLoadedException extends CodedException {

    private final int year;
    private final String version;

    public YearNotLoadedException(int year, String version) {
        super(CalendarError.YEAR_NOT_LOADED, year, version);
        this.year = year;
        this.version = version;
    }

    public int year() {
        return year;
    }

    public String version() {
        return version;
    }
}
