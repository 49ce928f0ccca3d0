package jinbo.exchange.sftp;

import java.nio.file.Path;

public sealed interface FetchOutcome {

    /** The file is complete and durable on the local disk. */
    record Fetched(Path file, long size, String sha256) implements FetchOutcome {}

    /** The sender was still writing or has replaced the file. The next scan sees it again. */
    record ChangedMeanwhile() implements FetchOutcome {}

    /** The file is no longer there. */
    record Gone() implements FetchOutcome {}

    /**
     * The file is larger than allowed. Nothing was kept.
     *
     * @param size the size that the server reports, or the bytes that were read until the limit
     */
    record TooLarge(long size) implements FetchOutcome {}
}
