package jinbo.batch.validation;

/**
 * What an upload may not exceed; beyond it is {@code TOO_LARGE}. The number of bytes is limited where the envelope is
 * opened.
 *
 * @param maxRows rows, the header not counted
 * @param maxRecordChars characters of one row, line breaks inside quotes included
 */
public record UploadLimits(long maxRows, int maxRecordChars) {

    private static final int LONGEST_RECORD = 1 << 20;

    /** Ten million rows, each a hundred times as long as a usual one. */
    public static final UploadLimits DEFAULT = new UploadLimits(10_000_000, 8192);

    /** @throws IllegalArgumentException if a limit would let nothing pass, or a row too long to be held in memory */
    public UploadLimits {
        if (maxRows < 1 || maxRecordChars < 256 || maxRecordChars > LONGEST_RECORD) {
            throw new IllegalArgumentException(
                    "At least one row, and rows of at least 256 and at most " + LONGEST_RECORD + " characters");
        }
    }

    /** The same, of a kind of file that never has more rows. */
    public UploadLimits withMaxRows(long rows) {
        return new UploadLimits(Math.min(maxRows, rows), maxRecordChars);
    }
}
