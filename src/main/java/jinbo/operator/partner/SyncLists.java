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
import jinbo.exchange.sftp.DropException.DropUnreachableException;
import jinbo.exchange.sftp.InsurerDropSession;
import jinbo.operator.answer.Failure;
import jinbo.operator.partner.ApplyInboxLists.ApplyResult;
import jinbo.operator.partner.PartnerCommands.UnitOptions;
import jinbo.participant.operation.Incomplete;
import jinbo.partner.BlockListDamagedException;
import jinbo.partner.DropConnection;
import jinbo.partner.OutboxNote;
import jinbo.partner.SendFile;
import jinbo.platform.error.CodedException;
import jinbo.platform.error.ErrorMessage;
import jinbo.reference.calendar.BusinessTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code partner sync}: fetches files, applies lists, sends the outbox and acknowledges; meant for a timer. */
@Command(name = "sync")
final class SyncLists extends PartnerTask {

    @Mixin
    private UnitOptions units = new UnitOptions();

    @Override
    Object answer(PartnerSession session) throws IOException {
        try (DropConnection drop = session.connect()) {
            FetchResult fetched = FetchResult.fetch(session, drop);
            PartnerSession now = session.reloadCertificates();
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
                    next.map(key -> key.fingerprint().toGroupedString()),
                    outbox.sent(message, FileKind.RESYNC),
                    outbox.notDropped());
        }
    }

    /** The acknowledgement of a list with its units or, once a day, the request for a full list if it is damaged. */
    private Optional<DropOutbox.Message> message(PartnerSession session) throws IOException {
        try {
            if (session.held().appliedList().isPresent()) {
                return Optional.of(new DropOutbox.Message(FileKind.ACK, session.ack(units.units())));
            }
            return session.held().damage().isPresent() ? Optional.of(request(session)) : Optional.empty();
        } catch (BlockListDamagedException e) {
            return Optional.of(request(session));
        }
    }

    private static DropOutbox.Message request(PartnerSession session) {
        Resync resync = new Resync(
                session.partner().code(),
                session.today().atStartOfDay(BusinessTime.ZONE).toInstant(),
                "our list is damaged and cannot be rebuilt here");
        return new DropOutbox.Message(FileKind.RESYNC, resync.toJson());
    }

    /** Switches to the next key as soon as a list is encrypted to it: then the association has accepted it. */
    private static Optional<Certificate> signWithNext(PartnerSession session) throws IOException {
        Optional<Certificate> next = session.ownKeys()
                .next()
                .filter(key -> !key.signingKeys(session.now(), session.partner().policy())
                        .isEmpty());
        if (next.isEmpty() || !session.isAccepted(next.get().fingerprint())) {
            return Optional.empty();
        }
        session.ownKeys().use(next.get().fingerprint(), session.partner().policy(), session.now());
        return next;
    }

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

    /** Sends the files of the outbox. A file that cannot be sent is reported and does not delay the others. */
    static final class DropOutbox {

        private final PartnerSession session;
        private final InsurerDropSession drop;
        private final List<String> dropped = new ArrayList<>();
        private final List<NotDropped> notDropped = new ArrayList<>();
        private Optional<String> sent = Optional.empty();
        private Optional<Exception> gone = Optional.empty();

        DropOutbox(PartnerSession session, InsurerDropSession drop) {
            this.session = session;
            this.drop = drop;
        }

        record Message(FileKind kind, byte[] content) {

            private SendFile.Content opened() {
                return () -> new ByteArrayInputStream(content);
            }
        }

        /** @param file its name; if it could not be sealed, the kind, for example {@code ack} */
        record NotDropped(String file, String error, ErrorMessage detail) {}

        @FunctionalInterface
        private interface Dropping {
            OutboxNote drop() throws IOException;
        }

        /** Sends the waiting files, and then a message unless it has already been sent. */
        void drop(Optional<Message> message) throws IOException {
            List<OutboxNote> waiting = session.outbox().waiting();
            for (OutboxNote note : waiting) {
                attempt(note, () -> session.sendFile().drop(note, drop, session.now()))
                        .ifPresent(dropped::add);
            }
            if (message.isPresent()) {
                send(message.get());
            }
            // a file that was sent under another name meanwhile is no longer waiting
            notDropped.removeIf(each -> waiting.stream()
                    .anyMatch(note -> note.file().equals(each.file)
                            && !Files.exists(session.outbox().file(note))));
            session.outbox()
                    .damaged()
                    .forEach((file, detail) ->
                            notDropped.add(new NotDropped(file, detail.error().code(), detail)));
        }

        List<String> dropped() {
            return List.copyOf(dropped);
        }

        Optional<String> sent(Optional<Message> message, FileKind kind) {
            return sent.filter(
                    file -> message.filter(ours -> ours.kind() == kind).isPresent());
        }

        List<NotDropped> notDropped() {
            return List.copyOf(notDropped);
        }

        private void send(Message message) throws IOException {
            Optional<OutboxNote> sealed;
            try {
                sealed = session.sendFile().sealOnce(requestedName(message), message.opened(), session.now());
            } catch (CodedException | IOException e) {
                failed(message.kind().prefix(), e);
                return;
            }
            if (sealed.isPresent()
                    && notDropped.stream()
                            .noneMatch(each -> each.file.equals(sealed.get().file()))) {
                sent = attempt(
                        sealed.get(),
                        () -> session.sendFile().send(requestedName(message), message.opened(), drop, session.now()));
            }
        }

        private SendFile.RequestedName requestedName(Message message) {
            return new SendFile.RequestedName(message.kind(), session.today(), OptionalInt.empty());
        }

        private Optional<String> attempt(OutboxNote note, Dropping dropping) {
            if (gone.isPresent()) {
                return failed(note.file(), gone.get());
            }
            try {
                return Optional.of(dropping.drop().file());
            } catch (DropUnreachableException e) {
                gone = Optional.of(e);
                return failed(note.file(), e);
            } catch (CodedException | IOException e) {
                return failed(note.file(), e);
            }
        }

        private Optional<String> failed(String file, Exception why) {
            Failure failure = Failure.withoutLog(why);
            notDropped.add(new NotDropped(file, failure.error(), failure.message()));
            return Optional.empty();
        }
    }
}
