package jinbo.accesslog;

import java.util.Optional;

/**
 * One access to personal data, as it is announced.
 *
 * @param insurer the code of the insurer whose data it is, if it is one insurer's
 * @param object the file, list or table; never a phone number
 */
public record Access(
        Actor actor,
        AccessAction action,
        String purpose,
        Optional<String> insurer,
        String object,
        Optional<Subject> subject) {

    /** An access to more than one number, or to none. */
    public Access(Actor actor, AccessAction action, String purpose, Optional<String> insurer, String object) {
        this(actor, action, purpose, insurer, object, Optional.empty());
    }
}
