package jinbo.batch.validation;

/**
 * Detects rows without values (only separators, quotation marks and blanks) in bytes that are not decoded yet. A
 * spreadsheet may have a million such rows; up to the limit of rows, they do not count for the compression ratio. This
 * works because in UTF-8 and GB18030 no byte of a longer character is a line end, and none begins with one of these
 * characters.
 */
public final class EmptyRowDetector {

    /** Rows with more bytes count like rows with values. */
    private final int maxRowBytes;

    private long rowsLeft;
    private boolean bigEndian;
    private int width;
    private int firstByte;
    private boolean second;
    private int line = 1;
    private long emptySoFar;
    private boolean hasValue;
    private boolean afterReturn;
    private boolean lineCounts;

    public EmptyRowDetector(UploadLimits limits) {
        this.rowsLeft = limits.maxRows();
        this.maxRowBytes = 2 * limits.maxRecordChars();
    }

    /** Returns the current line of the file, counted from 1. */
    public int line() {
        return line;
    }

    /** Returns how many of these bytes count: those of rows with values, and of rows beyond the limit. */
    public long countRelevantBytes(byte[] buffer, int offset, int length) {
        long weight = 0;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            int next = buffer[i];
            if (width == 1) {
                if (hasValue && next != '\n' && next != '\r') {
                    weight++;
                } else {
                    weight += unit(next & 0xff);
                }
            } else if (!second) {
                firstByte = next & 0xff;
                second = true;
            } else {
                second = false;
                weight += width == 0 ? begin(firstByte, next & 0xff) : unit(paired(firstByte, next & 0xff));
            }
        }
        return weight;
    }

    private int paired(int first, int next) {
        return bigEndian ? first << 8 | next : next << 8 | first;
    }

    private long begin(int first, int next) {
        bigEndian = first == 0xFE && next == 0xFF;
        if (bigEndian || first == 0xFF && next == 0xFE) {
            width = 2;
            return 2;
        }
        width = 1;
        return unit(first) + unit(next);
    }

    private long unit(int unit) {
        boolean secondOfPair = unit == '\n' && afterReturn;
        afterReturn = unit == '\r';
        if (secondOfPair) {
            return lineCounts ? width : 0;
        }
        if (unit == '\n' || unit == '\r') {
            return endLine();
        }
        if (hasValue) {
            return width;
        }
        emptySoFar += width;
        if (isWithoutValue(unit) && emptySoFar <= maxRowBytes) {
            return 0;
        }
        hasValue = true;
        return emptySoFar;
    }

    private long endLine() {
        lineCounts = hasValue || rowsLeft == 0;
        long weight = lineCounts ? width + (hasValue ? 0 : emptySoFar) : 0;
        if (!lineCounts) {
            rowsLeft--;
        }
        if (line < Integer.MAX_VALUE) {
            line++;
        }
        hasValue = false;
        emptySoFar = 0;
        return weight;
    }

    private static boolean isWithoutValue(int unit) {
        return switch (unit) {
            case ',', '\t', ';', '|', '"', ' ' -> true;
            default -> false;
        };
    }
}
