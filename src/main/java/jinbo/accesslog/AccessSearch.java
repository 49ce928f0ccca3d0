package jinbo.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Criteria of an auditor's search; absent ones match every entry.
 *
 * @param actor name of the actor, the second person or the operating system's user
 * @param object part of a file's or list's name
 * @param objects whole names, any of them
 * @param subjects one number under all existing keys; an empty list matches nothing
 * @param limit of the newest entries
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

    /** Without whole names and subjects. */
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
