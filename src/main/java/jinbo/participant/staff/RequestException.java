package jinbo.participant.staff;

/** A request cannot be recorded, confirmed or refused. Says why and what to do. */
public abstract sealed class RequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RequestException(String message) {
        super(message);
    }

    /** There is no such request. */
    public static final class Unknown extends RequestException {
        private static final long serialVersionUID = 1L;

        Unknown(long id) {
            super("There is no request " + id + "; confirm list shows those that wait");
        }
    }

    /** It does not wait any more. */
    public static final class NotOpen extends RequestException {
        private static final long serialVersionUID = 1L;
        private final Request.State state;

        NotOpen(long id, Request.State state) {
            super("Request " + id + " waits no more: "
                    + switch (state) {
                        case EXPIRED -> "it has expired; who wants it asks for it again";
                        case REFUSED -> "it was refused; who wants it asks for it again";
                        case UNFINISHED ->
                            "it is confirmed, and how it ended is not recorded: it is being carried out, or the program"
                                    + " ended in between. It is not carried out twice: look whether it has taken effect,"
                                    + " and if not, ask for it again";
                        default -> "it was carried out (" + state + ")";
                    });
            this.state = state;
        }

        /** How it stands. */
        public Request.State state() {
            return state;
        }
    }

    /** Nobody confirms what it has asked for itself. */
    public static final class SamePerson extends RequestException {
        private static final long serialVersionUID = 1L;

        SamePerson(Request request) {
            super("Request " + request.id() + " is " + request.requestedBy()
                    + "'s own; another person confirms it, and its own author can only withdraw it: confirm refuse "
                    + request.id() + " --reason TEXT");
        }
    }

    /** Who asked for it may not do so any more. */
    public static final class AuthorGone extends RequestException {
        private static final long serialVersionUID = 1L;

        AuthorGone(Request request) {
            super("Request " + request.id() + " is void, because " + request.requestedBy()
                    + " is revoked; who wants it asks for it again");
        }
    }

    /** A stored file is not what it was. */
    public static final class FileChanged extends RequestException {
        private static final long serialVersionUID = 1L;

        FileChanged(long id, Request.StoredFile file) {
            super("The stored bytes of " + file.name() + " are missing or not those that were recorded with request "
                    + id + "; somebody has changed them: find out who, refuse the request, and ask for it again");
        }
    }

    /** A file is too large to be kept with a request. */
    public static final class FileTooLarge extends RequestException {
        private static final long serialVersionUID = 1L;

        FileTooLarge(String name, long most) {
            super(name + " is larger than the " + most + " bytes that are kept with a request");
        }
    }

    /** What was typed holds what may be a phone number. */
    public static final class HoldsNumber extends RequestException {
        private static final long serialVersionUID = 1L;

        /** One that does not quote what was typed. */
        public HoldsNumber() {
            super(
                    "What was typed seems to hold a phone number, and is kept with the request; say it without one, and give"
                            + " files other names");
        }
    }

    /** The number that it is about is not there. */
    public static final class NumberGone extends RequestException {
        private static final long serialVersionUID = 1L;

        NumberGone(Request request) {
            super("The number that request " + request.id()
                    + " is about is gone from the database, though the request waited:"
                    + " find out who has removed it, and ask for it again");
        }
    }

    /** It is about another number than the second person says, or about none. */
    public static final class OtherNumber extends RequestException {
        private static final long serialVersionUID = 1L;

        /** One that repeats no number. */
        OtherNumber(Request request) {
            super("Request " + request.id() + " is not about this number; compare both with what the consumer"
                    + " has said: it still waits, and is refused with: confirm refuse " + request.id()
                    + " --reason TEXT");
        }
    }
}
