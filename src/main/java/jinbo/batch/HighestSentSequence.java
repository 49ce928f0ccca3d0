package jinbo.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.OptionalInt;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.OwnerOnlyFile;
import org.springframework.stereotype.Component;

/**
 * Notes outside of the database up to which sequence an insurer's lists may have left, before the first byte does. A database
 * that comes back from a back-up knows less, and sees it by this; the lists in the spool alone do not tell, because one that was
 * sealed and never recorded lies there, too.
 */
@Component
public record HighestSentSequence(Spool spool) {

    private static final String NAME = "highest-sent";

    /**
     * Notes that a list is about to leave, or has left.
     *
     * @throws SpoolException if the note cannot be made durable; the list must not leave then
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

    /** The highest sequence that may have left; empty if none is noted. */
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
