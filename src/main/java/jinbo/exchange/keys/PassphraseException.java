package jinbo.exchange.keys;

/** A passphrase is needed and not there, or is none that can be used; the message says what to do and never quotes it. */
public final class PassphraseException extends RuntimeException {

    /** What is the matter, as a code for programs. */
    public enum Reason {
        /** A key has a passphrase and none is told. */
        PASSPHRASE_MISSING,
        /** What is told does not open a key. */
        PASSPHRASE_WRONG,
        /** A new one is wanted and none is told. */
        NEW_PASSPHRASE_MISSING,
        /** What is told is no line of text. */
        PASSPHRASE_UNUSABLE,
        /** A new one is too easily guessed. */
        PASSPHRASE_TOO_SHORT,
        /** A new one was typed in two ways. */
        PASSPHRASES_DIFFER
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public PassphraseException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public PassphraseException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What is the matter. */
    public Reason reason() {
        return reason;
    }
}
