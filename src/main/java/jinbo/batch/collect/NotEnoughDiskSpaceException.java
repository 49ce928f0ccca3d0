package jinbo.batch.collect;

/** A file was not fetched, because a disk of the home has too little room for it. */
final class NotEnoughDiskSpaceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotEnoughDiskSpaceException(String message) {
        super(message);
    }
}
