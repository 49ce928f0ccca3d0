package jinbo.accesslog;

/** The proof that an access has begun in the {@link AccessLog}; required to read or write phone numbers. */
public final class AccessPermit {

    private final long accessId;
    private final Access access;

    AccessPermit(long accessId, Access access) {
        this.accessId = accessId;
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
