package jinbo.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.OptionalInt;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.OwnerOnlyFile;
import org.springframework.stereotype.Component;

/**
 * Records in a file, for each insurer, the highest sequence of a list that may have been sent. A database that was
 * restored from a backup may know only lower ones.
 */
@Component
public record HighestSentSequence(Spool spool) {

    private static final String NAME = "highest-sent";

    /** Records a sequence; call this before the delivery. Throws if it cannot be stored durably. */
    public void record(InsurerCode insurer, int sequence) {
        if (sequence <= find(insurer).orElse(0)) {
            return;
        }
        try {
            file(insurer).write(sequence + "\n");
        } catch (IOException e) {
            throw new SpoolException("write", NAME, e);
        }
    }

    public OptionalInt find(InsurerCode insurer) {
        OwnerOnlyFile file = file(insurer);
        try {
            return file.exists() ? OptionalInt.of(Integer.parseInt(file.read().strip())) : OptionalInt.empty();
        } catch (IOException | NumberFormatException e) {
            throw new SpoolException("read", NAME, new IOException(e));
        }
    }

    public Instant recordedAt(InsurerCode insurer) {
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
