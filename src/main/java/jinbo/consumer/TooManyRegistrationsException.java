package jinbo.consumer;

/** The limit of registrations a day for one number is reached. */
public final class TooManyRegistrationsException extends RuntimeException {

    public TooManyRegistrationsException() {
        super("For one number, at most " + RegisterConsumerChoice.MOST_IN_A_DAY
                + " registrations are accepted within a day");
    }
}
