package jinbo.reference.calendar;

/** A working day was asked for in a year whose holidays are not known yet; they are announced late in the year before. */
public final class YearNotLoadedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int year;
    private final String version;

    public YearNotLoadedException(int year, String version) {
        super("The working days of " + year + " are not in calendar " + version
                + ": take the State Council's notice for " + year + " and load it with: calendar import FILE");
        this.year = year;
        this.version = version;
    }

    /** The year that is missing. */
    public int year() {
        return year;
    }

    /** The version of the calendar that lacks it. */
    public String version() {
        return version;
    }
}
