package jinbo.consumer;

/** The limit of registrations a day for one number is reached. */
public final class TooManyRegistrationsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooManyRegistrationsException() {
        super("Of one number no more than " + RegisterConsumerChoice.MOST_IN_A_DAY
                + " things are registered within a day");
    }
}
