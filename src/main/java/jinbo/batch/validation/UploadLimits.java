package jinbo.batch.validation;

/**
 * Limits beyond which an upload is {@code TOO_LARGE}.
 *
 * @param maxRows rows without the header
 * @param maxRecordChars characters of one row, including line breaks inside quotes
 */
public record UploadLimits(long maxRows, int maxRecordChars) {

    private static final int LONGEST_RECORD = 1 << 20;

    public static final UploadLimits DEFAULT = new UploadLimits(10_000_000, 8192);

    public UploadLimits {
        if (maxRows < 1 || maxRecordChars < 256 || maxRecordChars > LONGEST_RECORD) {
            throw new IllegalArgumentException(
                    "At least one row, and rows of at least 256 and at most " + LONGEST_RECORD + " characters");
        }
    }

    public UploadLimits withMaxRows(long rows) {
        return new UploadLimits(Math.min(maxRows, rows), maxRecordChars);
    }
}
