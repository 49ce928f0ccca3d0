package jinbo.participant.staff;

import java.util.Set;

/** It is proven who acts, and that person may not do this. */
public final class NotPermittedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duty duty;

    private NotPermittedException(Duty duty, String message) {
        super(message);
        this.duty = duty;
    }

    /** What may not be done. */
    public Duty duty() {
        return duty;
    }

    static NotPermittedException role(Person person, Duty duty) {
        Set<Role> roles = duty.roles();
        return new NotPermittedException(
                duty, person.name() + " has the role " + person.role() + "; this is for " + roles);
    }

    static NotPermittedException agreement(Person person, Duty duty) {
        return new NotPermittedException(
                duty,
                person.name() + " is bound by no confidentiality agreement and so sees and opens no numbers; once it is"
                        + " signed: person agree " + person.name() + " --confidentiality DATE");
    }
}
