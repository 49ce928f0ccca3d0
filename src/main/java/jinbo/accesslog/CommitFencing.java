package jinbo.accesslog;

/** Tells whether the current thread can commit only while its process holds a lease; implemented by the batch. */
@FunctionalInterface
public interface CommitFencing {

    /** True if commits of the current thread are checked, so that every write must go through a transaction. */
    boolean isFenced();
}
