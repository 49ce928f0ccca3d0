package jinbo.exchange.sftp;

import java.nio.file.Path;

/** The result of fetching a file from a drop. */
public sealed interface FetchOutcome {

    /** The file is complete and durable on the local disk. */
    record Fetched(Path file, long size, String sha256) implements FetchOutcome {}

    /** The sender was still writing the file or has replaced it. The next scan finds it again. */
    record ChangedMeanwhile() implements FetchOutcome {}

    record Gone() implements FetchOutcome {}

    /** The file exceeds the limit and was not kept; {@code size} is as reported or as many bytes as were read. */
    record TooLarge(long size) implements FetchOutcome {}
}
