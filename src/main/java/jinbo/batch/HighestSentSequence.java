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
    private static final String DELIVERED = "highest-delivered";

    /** Records a sequence; call this before the delivery. Throws if it cannot be stored durably. */
    public void record(InsurerCode insurer, int sequence) {
        record(insurer, NAME, sequence);
    }

    /** Records the sequence of a delivered manifest. */
    public void recordDelivered(InsurerCode insurer, int sequence) {
        record(insurer, DELIVERED, sequence);
    }

    private void record(InsurerCode insurer, String name, int sequence) {
        if (sequence > find(insurer, name).orElse(0)) {
            try {
                file(insurer, name).write(sequence + "\n");
            } catch (IOException e) {
                throw new SpoolException("write", name, e);
            }
        }
    }

    public OptionalInt find(InsurerCode insurer) {
        return find(insurer, NAME);
    }

    public boolean isDelivered(InsurerCode insurer, int sequence) {
        return find(insurer, DELIVERED).orElse(0) >= sequence;
    }

    private OptionalInt find(InsurerCode insurer, String name) {
        OwnerOnlyFile file = file(insurer, name);
        try {
            return file.exists() ? OptionalInt.of(Integer.parseInt(file.read().strip())) : OptionalInt.empty();
        } catch (IOException | NumberFormatException e) {
            throw new SpoolException("read", name, new IOException(e));
        }
    }

    public Instant recordedAt(InsurerCode insurer) {
        try {
            return Files.getLastModifiedTime(file(insurer, NAME).path()).toInstant();
        } catch (IOException e) {
            throw new SpoolException("read", NAME, e);
        }
    }

    private OwnerOnlyFile file(InsurerCode insurer, String name) {
        return new OwnerOnlyFile(spool.lists(insurer).resolve(name));
    }
}
