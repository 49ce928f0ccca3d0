package jinbo.accesslog;

import java.util.Optional;

/**
 * One access to personal data, as the log records its beginning.
 *
 * @param insurer the code of the insurer, if all data is one insurer's
 * @param object the file, list or table; never a phone number
 */
public record Access(
        Actor actor,
        AccessAction action,
        String purpose,
        Optional<String> insurer,
        String object,
        Optional<Subject> subject) {

    /** An access to several numbers, or to none. */
    public Access(Actor actor, AccessAction action, String purpose, Optional<String> insurer, String object) {
        this(actor, action, purpose, insurer, object, Optional.empty());
    }
}
