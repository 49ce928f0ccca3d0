package jinbo.batch.remind;

import jinbo.batch.StopRequest;
import jinbo.consumer.ReminderProgress;

/** Not everybody was reminded; who was stays so. */
final class RemindersNotSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RemindersNotSentException(String message) {
        super(message);
    }

    static RemindersNotSentException stopped() {
        return new RemindersNotSentException(StopRequest.STOPPED);
    }

    /** @param walk in which no gateway has taken some of the messages */
    static RemindersNotSentException notSent(ReminderProgress walk) {
        return new RemindersNotSentException("no gateway has taken " + walk.notSent()
                + " message(s)" + walk.why().map(why -> " (" + why + ")").orElse("")
                + "; the next run tries again");
    }
}
