package jinbo.job.erase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.registry.Erased;

/**
 * What a run of {@code erase-ended} did.
 *
 * @param endedBy numbers whose blocks had ended on this day were to be erased
 * @param erased what was
 * @param keysDestroyed the years whose keys were destroyed
 * @param problem why the rest was left, if it was
 */
public record EraseReport(LocalDate endedBy, Erased erased, List<Integer> keysDestroyed, Optional<String> problem) {

    public EraseReport {
        keysDestroyed = List.copyOf(keysDestroyed);
    }

    static EraseReport nothing(LocalDate endedBy, String problem) {
        return new EraseReport(endedBy, Erased.NOTHING, List.of(), Optional.of(problem));
    }
}
