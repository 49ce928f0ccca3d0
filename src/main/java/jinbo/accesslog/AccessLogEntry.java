package jinbo.accesslog;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One entry of the log.
 *
 * @param index its place, from 0 without gaps
 * @param at when it was written
 * @param phase intent, result or refusal
 * @param intent for a result, the index of its intent
 * @param access what was announced
 * @param outcome for a result or refusal, what came of it
 * @param numbers for a result, how many phone numbers were read or written
 */
public record AccessLogEntry(
        long index,
        Instant at,
        EntryPhase phase,
        OptionalLong intent,
        Access access,
        Optional<String> outcome,
        OptionalLong numbers) {}
