package jinbo.accesslog;

/** The proof of a begun access, which reading and writing numbers requires. Only {@link AccessLog} creates it. */
public final class AccessPermit {

    private final long accessId;
    private final Access access;

    AccessPermit(long intentId, Access access) {
        this.accessId = intentId;
        this.access = access;
    }

    /** The id of the begin entry. */
    public long accessId() {
        return accessId;
    }

    public Access access() {
        return access;
    }
}
