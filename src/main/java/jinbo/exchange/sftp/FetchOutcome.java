package jinbo.exchange.sftp;

import java.nio.file.Path;

public sealed interface FetchOutcome {

    /** The file is complete and durable on the local disk. */
    record Fetched(Path file, long size, String sha256) implements FetchOutcome {}

    /** The sender was still writing or has replaced the file. The next scan sees it again. */
    record ChangedMeanwhile() implements FetchOutcome {}

    record Gone() implements FetchOutcome {}

    /** The size as reported by the server, or as read until the limit. Nothing was kept. */
    record TooLarge(long size) implements FetchOutcome {}
}
