package jinbo.accesslog;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the log has come.
 *
 * @param entries that have a place in the tree
 * @param pending entries that wait for theirs
 * @param openIntents accesses that were announced and not ended
 * @param openAlarms that nobody has decided about
 * @param checkpointAt when the last head was signed
 */
public record LogState(long entries, long pending, long openIntents, long openAlarms, Optional<Instant> checkpointAt) {}
