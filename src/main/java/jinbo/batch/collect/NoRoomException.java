package jinbo.batch.collect;

/** A file was not fetched, because a disk of the home has too little room for it. */
final class NoRoomException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoRoomException(String message) {
        super(message);
    }
}
