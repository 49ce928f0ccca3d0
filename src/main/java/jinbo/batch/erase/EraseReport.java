package jinbo.batch.erase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * @param endedBy numbers whose blocks had ended on this day were to be erased
 * @param registrations in how many registrations they stood
 * @param keysDestroyed the years whose keys were destroyed
 * @param problem why the rest was left, if it was
 */
public record EraseReport(
        LocalDate endedBy, long numbers, long registrations, List<Integer> keysDestroyed, Optional<String> problem) {

    public EraseReport {
        keysDestroyed = List.copyOf(keysDestroyed);
    }

    static EraseReport nothing(LocalDate endedBy, String problem) {
        return new EraseReport(endedBy, 0, 0, List.of(), Optional.of(problem));
    }
}
