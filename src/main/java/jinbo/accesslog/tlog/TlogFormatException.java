package jinbo.accesslog.tlog;

/** A text or file deviates from its format. The message names the place and does not quote the content. */
public final class TlogFormatException extends TlogException {

    TlogFormatException(String format, String place, String problem) {
        super("Not a sound " + format + ": " + place + " " + problem);
    }
}
