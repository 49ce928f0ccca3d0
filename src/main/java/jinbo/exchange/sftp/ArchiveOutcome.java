package jinbo.exchange.sftp;

/** What came of moving one answered upload to {@code archive/}. */
public sealed interface ArchiveOutcome {

    /** Moved, now or by an earlier attempt that could not say so. */
    record Archived(String name) implements ArchiveOutcome {}

    /** It is neither in {@code upload/} nor in {@code archive/}: its sender or somebody else has taken it away. */
    record AlreadyGone() implements ArchiveOutcome {}

    /** A different file lies under its name now, and stays there to be ingested. */
    record Replaced() implements ArchiveOutcome {}
}
