package jinbo.exchange.format;

/** Something that claims to be of one of the contract's formats is not; it says where and never quotes the content. */
public final class FormatException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;

    /** @param format for example {@code receipt/v1} */
    public FormatException(String format, String place, String problem) {
        super("Not " + format + ": " + place + " " + problem);
        this.place = place;
    }

    /** The field or line at fault, for example {@code line 17}. */
    public String place() {
        return place;
    }
}
