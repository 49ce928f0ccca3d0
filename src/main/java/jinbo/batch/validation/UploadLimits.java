package jinbo.batch.validation;

/** Limits of an upload's rows (without the header) and of a row's characters; beyond them it is {@code TOO_LARGE}. */
public record UploadLimits(long maxRows, int maxRecordChars) {

    private static final int MAX_RECORD_CHARS = 1 << 20;

    public static final UploadLimits DEFAULT = new UploadLimits(10_000_000, 8192);

    public UploadLimits {
        if (maxRows < 1 || maxRecordChars < 256 || maxRecordChars > MAX_RECORD_CHARS) {
            throw new IllegalArgumentException(
                    "The limit of rows must be at least 1, and the limit of characters in a row from 256 to "
                            + MAX_RECORD_CHARS);
        }
    }

    /** Returns limits with at most this number of rows. */
    public UploadLimits withMaxRows(long rows) {
        return new UploadLimits(Math.min(maxRows, rows), maxRecordChars);
    }
}
