package jinbo.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an auditor looks for; a criterion that is absent matches every entry.
 *
 * @param from first instant
 * @param until first instant that no longer counts
 * @param actor name of the actor, of who confirmed, or of the operating system's user
 * @param object part of a file's or list's name
 * @param objects the whole names of files or lists, any of them
 * @param subjects one number under every key that there is; if there is none, no entry matches
 * @param limit how many entries at most, the newest first
 */
public record AccessSearch(
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> actor,
        Optional<AccessAction> action,
        Optional<String> insurer,
        Optional<String> object,
        Optional<List<String>> objects,
        Optional<List<Subject>> subjects,
        int limit) {

    /** A search that asks for no whole name and no number. */
    public AccessSearch(
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<String> actor,
            Optional<AccessAction> action,
            Optional<String> insurer,
            Optional<String> object,
            int limit) {
        this(from, until, actor, action, insurer, object, Optional.empty(), Optional.empty(), limit);
    }

    public AccessSearch named(List<String> names) {
        return new AccessSearch(
                from, until, actor, action, insurer, object, Optional.of(List.copyOf(names)), subjects, limit);
    }

    public AccessSearch about(List<Subject> number) {
        return new AccessSearch(
                from, until, actor, action, insurer, object, objects, Optional.of(List.copyOf(number)), limit);
    }
}
