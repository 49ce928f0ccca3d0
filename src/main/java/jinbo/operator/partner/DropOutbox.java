package jinbo.operator.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropUnreachableException;
import jinbo.exchange.sftp.InsurerDropSession;
import jinbo.operator.answer.Failure;
import jinbo.partner.OutboxNote;
import jinbo.partner.PartnerException;
import jinbo.partner.SendFile;
import jinbo.platform.error.ErrorMessage;

/** Drops what lies in the outbox, each file by itself: one that cannot be dropped keeps no other one back, and is named. */
final class DropOutbox {

    private final PartnerSession side;
    private final InsurerDropSession drop;
    private final List<String> dropped = new ArrayList<>();
    private final List<NotDropped> notDropped = new ArrayList<>();
    private Optional<String> sent = Optional.empty();
    private Optional<Exception> gone = Optional.empty();

    DropOutbox(PartnerSession side, InsurerDropSession drop) {
        this.side = side;
        this.drop = drop;
    }

    record Message(FileKind kind, byte[] content) {

        private SendFile.Content opened() {
            return () -> new ByteArrayInputStream(content);
        }
    }

    record NotDropped(String file, String error, ErrorMessage detail) {}

    /** A single file, with what the drop says of it. */
    @FunctionalInterface
    private interface Dropping {
        OutboxNote drop() throws IOException;
    }

    /**
     * @param message is dropped after it, unless that was done before
     * @throws IOException if the outbox cannot be read, or the message not be sealed
     */
    void drop(Optional<Message> message) throws IOException {
        List<OutboxNote> waiting = side.outbox().waiting();
        for (OutboxNote note : waiting) {
            attempt(note, () -> side.send().drop(note, drop, side.now())).ifPresent(dropped::add);
        }
        if (message.isPresent()) {
            send(message.get());
        }
        // what was sent under another name meanwhile waits no longer
        notDropped.removeIf(each -> waiting.stream()
                .anyMatch(note -> note.file().equals(each.file)
                        && !Files.exists(side.outbox().file(note))));
        side.outbox()
                .damaged()
                .forEach((file, detail) ->
                        notDropped.add(new NotDropped(file, detail.error().code(), detail)));
    }

    /** What had waited and was dropped. */
    List<String> dropped() {
        return List.copyOf(dropped);
    }

    /** The name under which a message was dropped, if it is of that kind. */
    Optional<String> sent(Optional<Message> message, FileKind kind) {
        return sent.filter(file -> message.filter(ours -> ours.kind() == kind).isPresent());
    }

    List<NotDropped> notDropped() {
        return List.copyOf(notDropped);
    }

    private void send(Message message) throws IOException {
        Optional<OutboxNote> sealed = side.send().sealOnce(requestedName(message), message.opened(), side.now());
        if (sealed.isPresent()
                && notDropped.stream()
                        .noneMatch(each -> each.file.equals(sealed.get().file()))) {
            sent = attempt(
                    sealed.get(), () -> side.send().send(requestedName(message), message.opened(), drop, side.now()));
        }
    }

    private SendFile.RequestedName requestedName(Message message) {
        return new SendFile.RequestedName(message.kind(), side.today(), OptionalInt.empty());
    }

    private Optional<String> attempt(OutboxNote note, Dropping dropping) {
        if (gone.isPresent()) {
            return failed(note, gone.get());
        }
        try {
            return Optional.of(dropping.drop().file());
        } catch (DropUnreachableException e) {
            gone = Optional.of(e);
            return failed(note, e);
        } catch (DropException | PartnerException | IOException e) {
            return failed(note, e);
        }
    }

    private Optional<String> failed(OutboxNote note, Exception why) {
        Failure failure = Failure.withoutLog(why);
        notDropped.add(new NotDropped(note.file(), failure.error(), failure.message()));
        return Optional.empty();
    }
}
