package jinbo.accesslog;

/**
 * The proof that an access has been announced: its intent is committed. What reads numbers from the registry or writes them into it asks for one, and
 * only {@link AccessLog} makes them.
 */
public final class AccessPermit {

    private final long accessId;
    private final Access access;

    AccessPermit(long intentId, Access access) {
        this.accessId = intentId;
        this.access = access;
    }

    /** The id of the committed intent entry. */
    public long accessId() {
        return accessId;
    }

    public Access access() {
        return access;
    }
}
