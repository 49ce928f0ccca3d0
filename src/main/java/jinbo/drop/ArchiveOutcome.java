package jinbo.drop;

/** What came of moving one answered upload to {@code archive/}. */
public sealed interface ArchiveOutcome {

    /**
     * Moved.
     *
     * @param name its name in {@code archive/}
     */
    record Archived(String name) implements ArchiveOutcome {}

    /** It is no longer in {@code upload/}: an earlier attempt moved it before it could say so. As good as archived. */
    record AlreadyGone() implements ArchiveOutcome {}

    /** A different file lies under its name now, and stays there to be taken in. */
    record Replaced() implements ArchiveOutcome {}
}
