package jinbo.accesslog;

import java.util.Optional;

/** One access to personal data. The insurer is set if all data is one insurer's; the object is never a phone number. */
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
