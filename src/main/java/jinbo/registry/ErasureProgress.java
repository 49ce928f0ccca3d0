package jinbo.registry;

import java.time.LocalDate;
import jinbo.registry.EraseNumbers.EndedNumbers;

/**
 * How far {@link EraseNumbers} has come in reading all registered numbers. It contains a phone number, so it is held in
 * memory only. After an interruption, the reading starts again with the first number.
 *
 * @param endedBy numbers are erased whose blocks had all ended before this day
 * @param after the last number that was read
 */
public record ErasureProgress(LocalDate endedBy, int groupSize, long after) {

    public static ErasureProgress begin(LocalDate endedBy, int groupSize) {
        return new ErasureProgress(endedBy, groupSize, 0);
    }

    public boolean isOver() {
        return after == Long.MAX_VALUE;
    }

    ErasureProgress after(EndedNumbers.Group group) {
        return new ErasureProgress(endedBy, groupSize, group.last());
    }

    @Override
    public String toString() {
        return "erasure of numbers whose blocks ended before " + endedBy;
    }
}
