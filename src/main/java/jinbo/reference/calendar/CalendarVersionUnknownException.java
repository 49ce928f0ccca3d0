package jinbo.reference.calendar;

/** No calendar has the version that was asked for. */
public final class CalendarVersionUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String version;

    CalendarVersionUnknownException(String version) {
        super("There is no calendar '" + version + "' in this database; was it restored from a back-up that is older?");
        this.version = version;
    }

    /** The version that was asked for. */
    public String version() {
        return version;
    }
}
