package jinbo.accesslog;

/** An access already has a result, because its process was presumed dead. Nothing that it did is kept. */
public final class AccessAlreadyEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long beginEntry;

    AccessAlreadyEndedException(long beginEntry) {
        super("Access " + beginEntry
                + " was given up by another process, which took this one for dead, so what it did is not"
                + " kept; run again");
        this.beginEntry = beginEntry;
    }

    public long beginEntry() {
        return beginEntry;
    }
}
