package jinbo.consumer;

/** More was said of one number within a day than anybody has reason to; nothing more is registered until the day is over. */
public final class TooManyWordsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyWordsException(int most) {
        super("Of one number no more than " + most + " things are registered within a day");
    }
}
