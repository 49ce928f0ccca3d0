package jinbo.batch.publish;

/** Nothing is published for anybody, because the database is older than what it has delivered. */
final class PublishingStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PublishingStoppedException(String why) {
        super(why);
    }
}
