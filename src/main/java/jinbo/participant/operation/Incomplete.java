package jinbo.participant.operation;

/** A result that may be incomplete: part of the task may be left undone. */
public interface Incomplete {

    boolean complete();

    static boolean isComplete(Object result) {
        return !(result instanceof Incomplete partly) || partly.complete();
    }
}
