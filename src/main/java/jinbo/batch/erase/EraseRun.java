package jinbo.batch.erase;

import java.time.LocalDate;

/** @param keysUpTo the last year whose key is destroyed */
record EraseRun(LocalDate endedBy, int keysUpTo) {}
