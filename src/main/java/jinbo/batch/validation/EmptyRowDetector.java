package jinbo.batch.validation;

/**
 * Knows rows without any value by their bytes, before they are decoded: nothing but separators, quotation marks and blanks. A
 * spreadsheet that is saved down to its last row has a million of them, which compress far better than data; so they do not count
 * toward the ratio of compression, up to the limit of rows. Counts lines, too, as outcomes do.
 *
 * <p>UTF-16 is known by its byte order mark and looked at in pairs of bytes. In UTF-8 and GB18030 a longer character begins with a
 * byte that is none of those, and no byte of it is a line end.
 */
public final class EmptyRowDetector {

    /** Longer ones are no rows that a spreadsheet has left behind. */
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

    /** @param limits of rows, with values and without, and of their length */
    public EmptyRowDetector(UploadLimits limits) {
        this.rowsLeft = limits.maxRows();
        this.maxRowBytes = 2 * limits.maxRecordChars();
    }

    /** The physical line that has been reached. */
    public int line() {
        return line;
    }

    /** @return how many bytes more count: of rows that have a value, and of those beyond the limit */
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

    /** What the first two bytes are. */
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
