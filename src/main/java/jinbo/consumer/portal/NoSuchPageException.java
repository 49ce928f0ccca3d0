package jinbo.consumer.portal;

/** There is nothing at an address, or nothing for this visitor. */
final class NoSuchPageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchPageException() {
        super("There is no such page");
    }
}
