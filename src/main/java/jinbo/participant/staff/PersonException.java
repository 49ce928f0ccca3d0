package jinbo.participant.staff;

import java.util.List;

/** People cannot be recorded like this. Says what is wrong and what to do. */
public abstract sealed class PersonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private PersonException(String message) {
        super(message);
    }

    /** There is no such person. */
    public static final class Unknown extends PersonException {
        private static final long serialVersionUID = 1L;

        Unknown(PersonName name, List<PersonName> known) {
            super("There is no person " + name + ". Known: " + known);
        }
    }

    /** The name was used before. */
    public static final class Exists extends PersonException {
        private static final long serialVersionUID = 1L;

        Exists(PersonName name) {
            super("There is or was a person " + name + " already; a name is used once, so take another");
        }
    }

    /** The key proves that somebody else acts. */
    public static final class KeyTaken extends PersonException {
        private static final long serialVersionUID = 1L;

        KeyTaken(PersonName holder) {
            super("This SSH key is the one of " + holder + "; everybody has a key of their own");
        }
    }

    /** The key is of a kind or size that proves too little. */
    public static final class KeyTooWeak extends PersonException {
        private static final long serialVersionUID = 1L;

        KeyTooWeak(String kind) {
            super("A key of the kind " + kind + " is not accepted; make one with ssh-keygen -t ed25519"
                    + " (ecdsa, and rsa of 3072 bits or more, do as well)");
        }
    }

    /** Somebody else was added or revoked while this was decided. */
    public static final class Overtaken extends PersonException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("Somebody else was added at the same time; nothing was recorded: look at person list, and repeat");
        }
    }

    /** The person has ceased to registration. */
    public static final class Revoked extends PersonException {
        private static final long serialVersionUID = 1L;

        Revoked(PersonName name) {
            super(name + " is revoked for good; add the person anew under another name");
        }
    }

    /** No such password is kept. */
    public static final class PasswordUnfit extends PersonException {
        private static final long serialVersionUID = 1L;

        PasswordUnfit(String why) {
            super(why);
        }
    }

    /** There would be too few key officers to say who acts. */
    public static final class TooFewKeyOfficers extends PersonException {
        private static final long serialVersionUID = 1L;

        TooFewKeyOfficers(String why) {
            super(why);
        }
    }
}
