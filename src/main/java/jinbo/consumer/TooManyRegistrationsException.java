package jinbo.consumer;

/** More was said of one number within a day than anybody has reason to; nothing more is registered until the day is over. */
public final class TooManyRegistrationsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooManyRegistrationsException() {
        super("Of one number no more than " + RegisterConsumerChoice.MOST_IN_A_DAY
                + " things are registered within a day");
    }
}
