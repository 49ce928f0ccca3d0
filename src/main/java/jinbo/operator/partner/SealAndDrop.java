package jinbo.operator.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.sftp.DropException;
import jinbo.partner.DropConnection;
import jinbo.partner.OutboxNote;
import jinbo.partner.SendFile;

/** Seals a file, unless it lies sealed, and drops it, unless it is dropped. */
record SealAndDrop(PartnerSession side) {

    /** Under the next name of today. */
    FileSent send(FileKind kind, byte[] content) throws IOException {
        return send(
                new SendFile.RequestedName(kind, side.today(), OptionalInt.empty()),
                () -> new ByteArrayInputStream(content));
    }

    /** What cannot be dropped now lies sealed, and the next {@code partner sync} drops it. */
    FileSent send(SendFile.RequestedName requestedName, SendFile.Content content) throws IOException {
        Optional<OutboxNote> before = side.send()
                .sealed(requestedName, content)
                .filter(note -> note.droppedAt().isPresent());
        if (before.isPresent()) {
            return FileSent.of(before.get(), true);
        }
        try (DropConnection drop = connect(requestedName, content)) {
            return FileSent.of(side.send().send(requestedName, content, drop.session(), side.now()), false);
        } catch (DropException e) {
            side.send().seal(requestedName, content, side.now());
            throw e;
        }
    }

    private DropConnection connect(SendFile.RequestedName requestedName, SendFile.Content content) throws IOException {
        try {
            return side.connect();
        } catch (RuntimeException | IOException e) {
            side.send().seal(requestedName, content, side.now());
            throw e;
        }
    }

    /**
     * The answer.
     *
     * @param before whether an earlier command had dropped it already, and its answer is awaited
     */
    record FileSent(String file, Instant sealedAt, Optional<Instant> droppedAt, boolean before) {

        static FileSent of(OutboxNote note, boolean before) {
            return new FileSent(note.file(), note.sealedAt(), note.droppedAt(), before);
        }
    }
}
