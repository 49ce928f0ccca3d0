package jinbo.accesslog;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * @param id unique and rising, with gaps
 * @param index in the tree, from 0 without gaps; empty until placed
 * @param intent of a result, the id of the begin entry
 */
public record AccessLogEntry(
        long id,
        OptionalLong index,
        Instant at,
        EntryPhase phase,
        OptionalLong intent,
        Access access,
        Optional<String> outcome,
        OptionalLong numbers,
        Optional<LoggedRegistrations> acts,
        Optional<LoggedList> list) {}
