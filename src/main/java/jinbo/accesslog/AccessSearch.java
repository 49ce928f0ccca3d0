package jinbo.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Criteria of an auditor's search in the access log; an absent one matches every entry.
 *
 * @param actor the name of the actor, of the second person or of the operating system's user
 * @param object part of the object, for example of a file name
 * @param objects matches entries whose whole object is one of these
 * @param subjects the keyed hashes of one phone number, one for each existing key; an empty list matches nothing
 * @param limit the largest number of entries, of which the newest are found
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
