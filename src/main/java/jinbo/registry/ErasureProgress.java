package jinbo.registry;

import java.time.LocalDate;

/**
 * How far a walk through all numbers has come. It holds a number, so it is kept in memory only; an interrupted walk
 * starts again.
 */
public record ErasureProgress(LocalDate endedBy, int pageSize, long after) {

    public static ErasureProgress begin(LocalDate endedBy, int pageSize) {
        return new ErasureProgress(endedBy, pageSize, 0);
    }

    public boolean isOver() {
        return after == Long.MAX_VALUE;
    }

    ErasureProgress after(EndedNumbers.Page page) {
        return new ErasureProgress(endedBy, pageSize, page.last());
    }

    @Override
    public String toString() {
        return "erasure of numbers that have ended by " + endedBy;
    }
}
