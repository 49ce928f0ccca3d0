package jinbo.batch.publish;

/** A run has not delivered all lists, or what it has delivered does not agree with its records. */
final class ListsMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ListsMissingException() {
        super("Not every list was delivered and agrees with its record; the report of the run says what is missing");
    }
}
