package jinbo.accesslog;

import java.util.Optional;

/**
 * One access to personal data: who does what, for which purpose, to which object (for example a file), which is never a
 * phone number. The insurer is set if all data is one insurer's, the subject if the access is to one number.
 */
public record Access(
        Actor actor,
        AccessAction action,
        String purpose,
        Optional<String> insurer,
        String object,
        Optional<Subject> subject) {

    /** An access to several phone numbers, or to none. */
    public Access(Actor actor, AccessAction action, String purpose, Optional<String> insurer, String object) {
        this(actor, action, purpose, insurer, object, Optional.empty());
    }
}
