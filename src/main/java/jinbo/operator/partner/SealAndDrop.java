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

record SealAndDrop(PartnerSession session) {

    FileSent send(FileKind kind, byte[] content) throws IOException {
        return send(
                new SendFile.RequestedName(kind, session.today(), OptionalInt.empty()),
                () -> new ByteArrayInputStream(content));
    }

    /** If the drop fails, the file stays sealed, and the next {@code partner sync} drops it. */
    FileSent send(SendFile.RequestedName requestedName, SendFile.Content content) throws IOException {
        Optional<OutboxNote> before = session.send()
                .sealed(requestedName, content)
                .filter(note -> note.droppedAt().isPresent());
        if (before.isPresent()) {
            return FileSent.of(before.get(), true);
        }
        try (DropConnection drop = connect(requestedName, content)) {
            return FileSent.of(session.send().send(requestedName, content, drop.session(), session.now()), false);
        } catch (DropException e) {
            session.send().seal(requestedName, content, session.now());
            throw e;
        }
    }

    private DropConnection connect(SendFile.RequestedName requestedName, SendFile.Content content) throws IOException {
        try {
            return session.connect();
        } catch (RuntimeException | IOException e) {
            session.send().seal(requestedName, content, session.now());
            throw e;
        }
    }

    /** @param before true if an earlier command has dropped the file, which still has no receipt */
    record FileSent(String file, Instant sealedAt, Optional<Instant> droppedAt, boolean before) {

        static FileSent of(OutboxNote note, boolean before) {
            return new FileSent(note.file(), note.sealedAt(), note.droppedAt(), before);
        }
    }
}
