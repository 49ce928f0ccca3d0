package jinbo.accesslog;

@FunctionalInterface
public interface CommitFencing {

    /** True if the transaction manager guards the commits of the current thread, so that no write may bypass it. */
    boolean isFenced();
}
