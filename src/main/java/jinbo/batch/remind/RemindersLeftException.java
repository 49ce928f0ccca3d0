package jinbo.batch.remind;

import jinbo.batch.StopRequest;
import jinbo.consumer.RemindWalk;

/** Not everybody was reminded; who was stays so. */
final class RemindersLeftException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RemindersLeftException(String message) {
        super(message);
    }

    static RemindersLeftException stopped() {
        return new RemindersLeftException(StopRequest.STOPPED);
    }

    /** @param walk in which no gateway has taken some of the messages */
    static RemindersLeftException notSent(RemindWalk walk) {
        return new RemindersLeftException("no gateway has taken " + walk.notSent()
                + " message(s)" + walk.why().map(why -> " (" + why + ")").orElse("")
                + "; the next run tries again");
    }
}
