package jinbo.accesslog.tlog;

/** A text or file deviates from its format; it says where and never quotes the content. */
public final class TlogFormatException extends TlogException {

    private static final long serialVersionUID = 1L;

    private final String place;

    TlogFormatException(String format, String place, String problem) {
        super("Not a sound " + format + ": " + place + " " + problem);
        this.place = place;
    }

    /** The line, field or byte at fault, for example {@code line 2}. */
    public String place() {
        return place;
    }
}
