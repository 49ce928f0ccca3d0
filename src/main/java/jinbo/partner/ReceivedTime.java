package jinbo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** When a file of the inbox was received, by which the age of its signature is judged. */
@FunctionalInterface
interface ReceivedTime {

    Instant at(Path file) throws IOException;

    /** Each file when it was fetched, which its time of change says: so old files can be read again for ever. */
    static Instant whenFetched(Path file) throws IOException {
        return Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH;
    }
}
