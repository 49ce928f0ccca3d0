package jinbo.accesslog;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One entry of the log.
 *
 * @param id unique and rising, with gaps
 * @param index its place in the tree, from 0 without gaps; empty until the sequencer has placed it
 * @param at when it was written
 * @param phase intent, result or refusal
 * @param intent for a result, the id of its intent
 * @param access what was announced
 * @param outcome for a result or refusal, what came of it
 * @param numbers for a result, how many phone numbers were read or written
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
