package jinbo.accesslog;

/** An access has its result already: its process had been taken for dead. Nothing that it did is kept. */
public final class AccessAlreadyEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long intent;

    AccessAlreadyEndedException(long intent) {
        super("Access " + intent
                + " was given up by another process, which took this one for dead, so what it did is not"
                + " kept; run again");
        this.intent = intent;
    }

    /** The id of the intent. */
    public long intent() {
        return intent;
    }
}
