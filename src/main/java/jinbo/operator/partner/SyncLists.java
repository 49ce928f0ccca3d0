package jinbo.operator.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Resync;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropUnreachableException;
import jinbo.exchange.sftp.InsurerDropSession;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.operator.answer.Failure;
import jinbo.operator.partner.PartnerCommands.UnitOptions;
import jinbo.participant.operation.Incomplete;
import jinbo.partner.BlockListDamagedException;
import jinbo.partner.DropConnection;
import jinbo.partner.MakeAck;
import jinbo.partner.OutboxNote;
import jinbo.partner.PartnerException;
import jinbo.partner.SendFile;
import jinbo.platform.error.ErrorMessage;
import jinbo.reference.calendar.BusinessTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code partner sync}: fetches, applies, drops what waits, acknowledges; what a timer runs. */
@Command(name = "sync")
final class SyncLists implements FileTask {

    @ParentCommand
    private PartnerCommands partner = new PartnerCommands();

    @Mixin
    private UnitOptions units = new UnitOptions();

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        return partner.withLock(context, this::sync);
    }

    private SyncResult sync(PartnerSession side) throws IOException {
        try (DropConnection drop = side.connect()) {
            FetchResult fetched = FetchResult.of(side, side.deliveries().fetch(drop.session(), side.now()));
            PartnerSession now = side.reloadCertificates();
            ApplyResult applied = new ApplyInboxLists(now, Optional.of(drop.session())).apply(false);
            Optional<Certificate> next = signWithNext(now);
            PartnerSession signing = next.isPresent() ? now.signingWith(next.get()) : now;
            DropOutbox outbox = new DropOutbox(signing, drop.session());
            Optional<DropOutbox.Message> message = message(signing);
            outbox.drop(message);
            return new SyncResult(
                    outbox.dropped(),
                    fetched,
                    applied,
                    outbox.sent(message, FileKind.ACK),
                    next.map(key -> key.fingerprint().inGroups()),
                    outbox.sent(message, FileKind.RESYNC),
                    outbox.notDropped());
        }
    }

    /** Which list is held, once a list and set of units; of one that cannot be read, a request for a full one, once a day. */
    private Optional<DropOutbox.Message> message(PartnerSession side) throws IOException {
        try {
            if (side.held().appliedList().isPresent()) {
                return Optional.of(new DropOutbox.Message(
                        FileKind.ACK, new MakeAck(side.partner().code(), side.held()).make(units.units())));
            }
            return side.held().damage().isPresent() ? Optional.of(request(side)) : Optional.empty();
        } catch (BlockListDamagedException e) {
            return Optional.of(request(side));
        }
    }

    private static DropOutbox.Message request(PartnerSession side) {
        Resync resync = new Resync(
                side.partner().code(),
                side.today().atStartOfDay(BusinessTime.ZONE).toInstant(),
                "our list is damaged and cannot be rebuilt here");
        return new DropOutbox.Message(FileKind.RESYNC, resync.toJson());
    }

    /** From the list on that is encrypted to the next key, the association accepts what it signs. */
    private static Optional<Certificate> signWithNext(PartnerSession side) throws IOException {
        Optional<Certificate> next = side.ownKeys()
                .next()
                .filter(key ->
                        !key.signingKeys(side.now(), side.partner().policy()).isEmpty());
        if (next.isEmpty() || !side.isAccepted(next.get().fingerprint())) {
            return Optional.empty();
        }
        side.ownKeys().use(next.get().fingerprint(), side.partner().policy(), side.now());
        return next;
    }

    /**
     * @param acknowledgement the name of the acknowledgement that was dropped now
     * @param signs the fingerprint of the own key that signs from this acknowledgement on, where that is another one
     * @param asked the name of the request for a full list that was dropped now
     * @param notDropped what lies in the outbox and could not be dropped
     */
    record SyncResult(
            List<String> dropped,
            FetchResult fetched,
            ApplyResult applied,
            Optional<String> acknowledgement,
            Optional<String> signs,
            Optional<String> asked,
            List<DropOutbox.NotDropped> notDropped)
            implements Incomplete {

        @Override
        public boolean complete() {
            return fetched.complete() && applied.complete() && notDropped.isEmpty();
        }
    }

    /**
     * Drops what lies in the outbox, each file by itself: one that cannot be dropped keeps no other one back, and is
     * named.
     */
    static final class DropOutbox {

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
            return sent.filter(
                    file -> message.filter(ours -> ours.kind() == kind).isPresent());
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
                        sealed.get(),
                        () -> side.send().send(requestedName(message), message.opened(), drop, side.now()));
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
}
