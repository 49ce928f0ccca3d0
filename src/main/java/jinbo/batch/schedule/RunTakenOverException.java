package jinbo.batch.schedule;

/** A node has come to the end of a run that another one had taken over in the meantime. */
final class RunTakenOverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunTakenOverException(long run, String node) {
        super("Run " + run + " was taken over from " + node
                + ", which missed its heartbeats; the other node ends the run");
    }
}
