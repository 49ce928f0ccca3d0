package jinbo.batch.validation;

/** Limits beyond which an upload is {@code TOO_LARGE}: rows without header, and characters of a row. */
public record UploadLimits(long maxRows, int maxRecordChars) {

    private static final int MAX_RECORD_CHARS = 1 << 20;

    public static final UploadLimits DEFAULT = new UploadLimits(10_000_000, 8192);

    public UploadLimits {
        if (maxRows < 1 || maxRecordChars < 256 || maxRecordChars > MAX_RECORD_CHARS) {
            throw new IllegalArgumentException(
                    "At least one row, and rows of at least 256 and at most " + MAX_RECORD_CHARS + " characters");
        }
    }

    public UploadLimits withMaxRows(long rows) {
        return new UploadLimits(Math.min(maxRows, rows), maxRecordChars);
    }
}
