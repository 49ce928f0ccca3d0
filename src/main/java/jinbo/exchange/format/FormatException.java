package jinbo.exchange.format;

/** A file violates its format. The message names the place in the file and never quotes content. */
public final class FormatException extends Exception {

    private final String place;

    public FormatException(String format, String place, String problem) {
        super("Not " + format + ": " + place + " " + problem);
        this.place = place;
    }

    /** The faulty field or line, for example {@code line 17}. */
    public String place() {
        return place;
    }
}
