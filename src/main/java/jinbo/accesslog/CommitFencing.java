package jinbo.accesslog;

/** Knows whose commits are watched by the transaction manager, so that what they write may not go past it. */
@FunctionalInterface
public interface CommitFencing {

    /** Whether those of the current thread are. */
    boolean isFenced();
}
