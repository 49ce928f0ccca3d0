package jinbo.cases;

/** A complaint about a call cannot be taken as it is; nothing of what was typed is repeated. */
public final class CallComplaintException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason fault;

    /** @param fault what is wrong with it */
    public CallComplaintException(Reason fault) {
        super(fault.sentence());
        this.fault = fault;
    }

    /** What is wrong with it. */
    public Reason fault() {
        return fault;
    }

    /** Why a complaint about a call is not taken as it is. */
    public enum Reason {
        /** The caller's number is none. */
        CALLER_NUMBER(
                "The caller's number has 3 to 20 digits, a plus sign before them at most; leave it out if it was not shown"),
        /** More is written than is kept. */
        WORDS_TOO_LONG("What is written about the call is longer than 500 characters; say it more shortly"),
        /** A character is in the words that cannot be shown. */
        WORDS_UNREADABLE("What is written about the call holds a control character, or is not UTF-8; type it anew"),
        /** The call would lie ahead. */
        CALL_AHEAD("The time of the call lies ahead; say when it was"),
        /** One consumer has complained of more calls within a day than can be looked into. */
        TOO_MANY("Ten complaints a day are taken of one number; put further calls into the words of one of them"),
        /** The insurer was never in the line of business that is named. */
        LINE_NOT_SOLD(
                "The insurer has never sold this line of business; name another insurer or line, or leave one of them out"),
        /** Nobody can find out any more what counted then. */
        CALL_LONG_AGO("The call was more than two years ago; only later ones can be looked into");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }
}
