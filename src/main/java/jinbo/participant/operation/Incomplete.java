package jinbo.participant.operation;

/** A result that exists although something of the task is left undone. */
public interface Incomplete {

    boolean complete();

    static boolean isComplete(Object result) {
        return !(result instanceof Incomplete partly) || partly.complete();
    }
}
