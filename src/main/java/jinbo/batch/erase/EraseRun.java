package jinbo.batch.erase;

import java.time.LocalDate;

/**
 * What the steps of one run of {@code erase-ended} get.
 *
 * @param endedBy numbers whose blocks had ended on this day are erased
 * @param keysUpTo the last year whose key is destroyed
 */
record EraseRun(LocalDate endedBy, int keysUpTo) {}
