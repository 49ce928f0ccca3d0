package jinbo.accesslog;

/**
 * The proof that an access has been announced: its intent is committed. What reads numbers from the registry or writes them into it asks for one, and
 * only {@link AccessLog} makes them.
 */
public final class AccessPermit {

    private final long intentIndex;
    private final Access access;

    AccessPermit(long intentIndex, Access access) {
        this.intentIndex = intentIndex;
        this.access = access;
    }

    /** The index of the committed intent entry. */
    public long intentIndex() {
        return intentIndex;
    }

    /** What was announced. */
    public Access access() {
        return access;
    }
}
