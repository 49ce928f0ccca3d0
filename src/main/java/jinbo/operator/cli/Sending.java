package jinbo.operator.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.sftp.DropException;
import jinbo.partner.DropConnection;
import jinbo.partner.OutboxNote;
import jinbo.partner.SendFile;

/** Seals a file, unless it lies sealed, and drops it, unless it is dropped. */
final class Sending {

    private final OwnSide side;

    Sending(OwnSide side) {
        this.side = side;
    }

    /** What cannot be dropped now lies sealed, and the next {@code partner sync} drops it. */
    Sent send(SendFile.RequestedName wish, SendFile.Content content) throws IOException {
        Optional<OutboxNote> before = side.send()
                .sealed(wish, content)
                .filter(note -> note.droppedAt().isPresent());
        if (before.isPresent()) {
            return Sent.of(before.get(), true);
        }
        try (DropConnection drop = connect(wish, content)) {
            return Sent.of(side.send().send(wish, content, drop.session(), side.now()), false);
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
    record Sent(String file, Instant sealedAt, Optional<Instant> droppedAt, boolean before) implements Answer {

        static Sent of(OutboxNote note, boolean before) {
            return new Sent(note.file(), note.sealedAt(), note.droppedAt(), before);
        }

        @Override
        public void tell(Page page) {
            page.say(before ? "partner.sent-before" : "partner.sent", file, Page.orNothing(droppedAt));
        }
    }
}
