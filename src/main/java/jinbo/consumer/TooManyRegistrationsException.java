package jinbo.consumer;

/** The limit of registrations a day for one number is reached. */
public final class TooManyRegistrationsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooManyRegistrationsException() {
        super("For one number, at most " + RegisterConsumerChoice.MOST_IN_A_DAY
                + " registrations are accepted within a day");
    }
}
