package jinbo.accesslog;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * @param id unique and rising, with gaps
 * @param index its place in the tree, from 0 without gaps; empty until the sequencer has placed it
 * @param intent for a result, the id of its intent
 * @param outcome for a result or refusal, what came of it
 * @param acts for a result, the batch of registrations that it vouches for
 * @param list for a result, the sealed list that it vouches for
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
