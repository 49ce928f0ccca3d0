package jinbo.operator.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.sftp.DropException;
import jinbo.partner.DropConnection;
import jinbo.partner.OutboxNote;
import jinbo.partner.SendFile;

/** Seals a file, unless it lies sealed, and drops it, unless it is dropped. */
record Sending(OwnSide side) {

    /** What cannot be dropped now lies sealed, and the next {@code partner sync} drops it. */
    FileSent send(SendFile.RequestedName wish, SendFile.Content content) throws IOException {
        Optional<OutboxNote> before = side.send()
                .sealed(wish, content)
                .filter(note -> note.droppedAt().isPresent());
        if (before.isPresent()) {
            return FileSent.of(before.get(), true);
        }
        try (DropConnection drop = connect(wish, content)) {
            return FileSent.of(side.send().send(wish, content, drop.session(), side.now()), false);
        } catch (DropException e) {
            side.send().seal(wish, content, side.now());
            throw e;
        }
    }

    private DropConnection connect(SendFile.RequestedName wish, SendFile.Content content) throws IOException {
        try {
            return side.connect();
        } catch (RuntimeException | IOException e) {
            side.send().seal(wish, content, side.now());
            throw e;
        }
    }

    /**
     * The answer.
     *
     * @param file its name
     * @param sealedAt when it was sealed
     * @param droppedAt when it was dropped
     * @param before whether an earlier command had dropped it already, and its answer is awaited
     */
    record FileSent(String file, Instant sealedAt, Optional<Instant> droppedAt, boolean before) {

        static FileSent of(OutboxNote note, boolean before) {
            return new FileSent(note.file(), note.sealedAt(), note.droppedAt(), before);
        }
    }
}
