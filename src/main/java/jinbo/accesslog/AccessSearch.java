package jinbo.accesslog;

import java.time.Instant;
import java.util.Optional;

/**
 * What an auditor looks for; a criterion that is absent matches every entry.
 *
 * @param from first instant
 * @param until first instant that no longer counts
 * @param actor name of the actor, of who confirmed, or of the operating system's user
 * @param action what was done
 * @param insurer code of the insurer
 * @param object part of a file's or list's name
 * @param limit how many entries at most, the newest first
 */
public record AccessSearch(
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> actor,
        Optional<AccessAction> action,
        Optional<String> insurer,
        Optional<String> object,
        int limit) {}
