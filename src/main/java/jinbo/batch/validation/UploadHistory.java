package jinbo.batch.validation;

/**
 * What an insurer has sent so far.
 *
 * @param filesAccepted complaint uploads that were ingested
 * @param averageRows rows of one of them on average
 */
public record UploadHistory(long filesAccepted, double averageRows) {

    /** The history of an insurer that has sent nothing yet. */
    public static final UploadHistory NONE = new UploadHistory(0, 0);
}
