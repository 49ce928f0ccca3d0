package jinbo.participant.operation;

/** A result that can be there though not all that was asked for is done. */
public interface Incomplete {

    boolean complete();

    /** Whether a result of any kind says that all is done. */
    static boolean isComplete(Object result) {
        return !(result instanceof Incomplete partly) || partly.complete();
    }
}
