package jinbo.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.OptionalInt;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.OwnerOnlyFile;
import org.springframework.stereotype.Component;

/**
 * Records in a file the highest list sequence that may have been sent, because a restored database is behind it. The
 * spool does not show it: it also contains sealed lists that were never recorded.
 */
@Component
public record HighestSentSequence(Spool spool) {

    private static final String NAME = "highest-sent";

    /**
     * Must precede the delivery.
     *
     * @throws SpoolException if the number cannot be stored durably
     */
    public void record(InsurerCode insurer, int sequence) {
        if (sequence <= of(insurer).orElse(0)) {
            return;
        }
        try {
            file(insurer).write(sequence + "\n");
        } catch (IOException e) {
            throw new SpoolException("write", NAME, e);
        }
    }

    public OptionalInt of(InsurerCode insurer) {
        OwnerOnlyFile file = file(insurer);
        try {
            return file.exists() ? OptionalInt.of(Integer.parseInt(file.read().strip())) : OptionalInt.empty();
        } catch (IOException | NumberFormatException e) {
            throw new SpoolException("read", NAME, new IOException(e));
        }
    }

    public Instant notedAt(InsurerCode insurer) {
        try {
            return Files.getLastModifiedTime(file(insurer).path()).toInstant();
        } catch (IOException e) {
            throw new SpoolException("read", NAME, e);
        }
    }

    private OwnerOnlyFile file(InsurerCode insurer) {
        return new OwnerOnlyFile(spool.lists(insurer).resolve(NAME));
    }
}
