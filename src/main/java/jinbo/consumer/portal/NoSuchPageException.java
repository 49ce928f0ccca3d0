package jinbo.consumer.portal;

/** The page does not exist, or not for this visitor. */
final class NoSuchPageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchPageException() {
        super("There is no such page");
    }
}
