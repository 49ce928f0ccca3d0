package jinbo.operator.cli;

/** The access log has no such entry. */
final class NoEntryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param index that was asked for */
    NoEntryException(long index) {
        super("The access log has no entry with the index " + index + "; audit search shows the indexes");
    }
}
