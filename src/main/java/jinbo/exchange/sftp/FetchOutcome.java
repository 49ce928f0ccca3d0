package jinbo.exchange.sftp;

import java.nio.file.Path;

public sealed interface FetchOutcome {

    /** The whole file is here and durable. */
    record Fetched(Path file, long size, String sha256) implements FetchOutcome {}

    /** The sender was still writing, or has put another file in its place: left alone, the next look sees it anew. */
    record ChangedMeanwhile() implements FetchOutcome {}

    /** The file is no longer there: the sender took it back, or another of our own programs was faster. */
    record Gone() implements FetchOutcome {}

    /**
     * The file is larger than allowed; nothing of it was kept.
     *
     * @param size what the server says, or what had come when we stopped reading
     */
    record TooLarge(long size) implements FetchOutcome {}
}
