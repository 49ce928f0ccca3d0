package jinbo.participant.staff;

import java.time.Duration;

/** It is not proven who acts, so nothing was done. */
public final class NotProvenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String HOW =
            "say who acts with --as NAME (or JINBO_PERSON) and --identity FILE (or JINBO_PERSON_KEY),"
                    + " the private SSH key of that person";

    /** What is missing. */
    public enum Why {
        /** Nobody is registered, over a database that others share. */
        NOBODY_REGISTERED,
        /** The first person is added by the owner of the home alone. */
        NOT_THE_OWNER,
        /** No name was given, or no key. */
        NOT_SAID,
        /** There is no such person. */
        UNKNOWN,
        /** The person acts no longer. */
        REVOKED,
        /** The key's file cannot be read, or holds no private key. */
        KEY_UNUSABLE,
        /** Others than its owner can read the key's file, so it proves nothing. */
        KEY_OPEN_TO_OTHERS,
        /** The key is not the registered one. */
        KEY_NOT_THEIRS,
        /** The name and the password do not belong together. */
        PASSWORD_NOT_THEIRS,
        /** The password was replaced or forgotten since. */
        PASSWORD_REPLACED,
        /** There were too many wrong passwords; for a while none is looked at. */
        TOO_MANY_TRIES
    }

    private final Why why;

    private NotProvenException(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** What is missing. */
    public Why why() {
        return why;
    }

    static NotProvenException nobodyRegistered() {
        return new NotProvenException(
                Why.NOBODY_REGISTERED,
                "Others share this database, so a person must act, and nobody is registered; the owner of the home adds the"
                        + " first: person add NAME --full-name TEXT --role KEY_OFFICER --ssh-key FILE");
    }

    /** Nobody is registered, so nobody has anything of its own. */
    public static NotProvenException noPersonNamed() {
        return new NotProvenException(
                Why.NOBODY_REGISTERED,
                "Nobody is registered, so there is nobody whose password could be kept; first:"
                        + " person add NAME --full-name TEXT --role KEY_OFFICER --ssh-key FILE");
    }

    static NotProvenException notHomeOwner() {
        return new NotProvenException(
                Why.NOT_THE_OWNER, "The first person is added by whoever owns the home; run it as that user");
    }

    static NotProvenException nameMissing() {
        return new NotProvenException(Why.NOT_SAID, "A person must act: " + HOW);
    }

    static NotProvenException unknown() {
        return new NotProvenException(Why.UNKNOWN, "There is no person of this name (person list); " + HOW);
    }

    static NotProvenException revoked(Person person) {
        return new NotProvenException(Why.REVOKED, person.name() + " is revoked and acts no longer");
    }

    static NotProvenException keyUnusable(String why) {
        return new NotProvenException(Why.KEY_UNUSABLE, "The private SSH key cannot be used: " + why);
    }

    static NotProvenException keyReadableByOthers(String why) {
        return new NotProvenException(
                Why.KEY_OPEN_TO_OTHERS, "The private SSH key proves nothing while others can read it: " + why);
    }

    static NotProvenException wrongPassword() {
        return new NotProvenException(
                Why.PASSWORD_NOT_THEIRS,
                "The name and the password do not belong together; a password is set by person password, which asks for the"
                        + " private SSH key of that person");
    }

    static NotProvenException passwordReplaced(Person person) {
        return new NotProvenException(
                Why.PASSWORD_REPLACED,
                "The password with which " + person.name()
                        + " signed in is not the one that counts any more; sign in again");
    }

    static NotProvenException tooManyTries(Duration pause) {
        return new NotProvenException(
                Why.TOO_MANY_TRIES,
                "There were too many wrong passwords; wait " + pause.toMinutes() + " minutes and sign in again");
    }

    static NotProvenException wrongKey(Person person) {
        return new NotProvenException(
                Why.KEY_NOT_THEIRS,
                "The private SSH key is not the one of " + person.name() + ", whose key is "
                        + person.key().fingerprint() + " (ssh-keygen -lf shows a key's)");
    }
}
