package jinbo.consumer.portal;

/** The page does not exist, or not for this visitor. */
final class NoSuchPageException extends RuntimeException {

    NoSuchPageException() {
        super("There is no such page");
    }
}
