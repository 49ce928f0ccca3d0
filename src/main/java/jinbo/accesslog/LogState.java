package jinbo.accesslog;

import java.time.Instant;
import java.util.Optional;

/**
 * @param entries that have a place in the tree
 * @param pending entries that wait for theirs
 * @param openIntents accesses that were announced and not ended
 * @param openAlarms that nobody has decided about
 */
public record LogState(long entries, long pending, long openIntents, long openAlarms, Optional<Instant> checkpointAt) {}
