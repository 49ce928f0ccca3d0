package jinbo.registry;

import java.time.LocalDate;

/**
 * How far a walk through all numbers has come. It is kept in memory alone, because it holds a number: a walk that broke off
 * begins anew, and what it had erased is not met again.
 */
public final class ErasureProgress {

    private final LocalDate endedBy;
    private final int pageSize;
    private final long after;

    private ErasureProgress(LocalDate endedBy, int pageSize, long after) {
        this.endedBy = endedBy;
        this.pageSize = pageSize;
        this.after = after;
    }

    /** @param endedBy numbers whose blocks had ended on this day are erased */
    public static ErasureProgress begin(LocalDate endedBy, int pageSize) {
        return new ErasureProgress(endedBy, pageSize, 0);
    }

    public boolean isOver() {
        return after == Long.MAX_VALUE;
    }

    LocalDate endedBy() {
        return endedBy;
    }

    int pageSize() {
        return pageSize;
    }

    long after() {
        return after;
    }

    ErasureProgress after(EndedNumbers.Page page) {
        return new ErasureProgress(endedBy, pageSize, page.last());
    }
}
