package jinbo.command;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import jinbo.partner.OutboxNote;
import jinbo.partner.OwnDrop;
import jinbo.partner.SendFile;

/** Seals a file, unless it lies sealed, and drops it, unless it is dropped. */
final class Sending {

    private final OwnSide side;

    Sending(OwnSide side) {
        this.side = side;
    }

    Sent send(SendFile.Wish wish, SendFile.Content content) throws IOException {
        OutboxNote sealed = side.send().seal(wish, content, side.now());
        if (sealed.droppedAt().isPresent()) {
            return Sent.of(sealed, true);
        }
        try (OwnDrop drop = side.connect()) {
            return Sent.of(side.send().drop(sealed, drop.session(), side.now()), false);
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
