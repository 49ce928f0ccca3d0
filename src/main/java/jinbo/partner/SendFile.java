package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import jinbo.exchange.format.AnswerFileNames;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.sftp.DropException.DropConflictException;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.InsurerDropSession;
import jinbo.participant.insurer.InsurerCode;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.platform.files.Sha256;

/**
 * Seals and sends files. It can be repeated: the same content is sent again with the same bytes and the same name until
 * the association has answered it.
 */
public final class SendFile {

    private final PartnerFolder folder;
    private final InsurerCode code;
    private final SealUpload seal;
    private final Outbox outbox;
    private final Deliveries deliveries;

    public SendFile(PartnerFolder folder, Partner partner) {
        this.folder = folder;
        this.code = partner.code();
        this.seal = new SealUpload(partner, folder.outbox());
        this.outbox = new Outbox(folder, partner.code());
        this.deliveries = new Deliveries(folder, partner);
    }

    /** The clear content of a file, which can be read several times. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    public record RequestedName(FileKind kind, LocalDate date, OptionalInt number) {}

    /** Finds the sealed file for a content that is not answered yet. */
    public Optional<OutboxNote> sealed(RequestedName request, Content content) throws IOException {
        return findNote(request, hash(content), name -> false).filter(this::exists);
    }

    /** Seals a content, unless there already is a sealed file for it that is not answered. */
    public OutboxNote seal(RequestedName request, Content content, Instant at) throws IOException {
        return seal(request, content, at, name -> false);
    }

    /** Like {@link #seal}, but empty if the content has already been sent. */
    public Optional<OutboxNote> sealOnce(RequestedName request, Content content, Instant at) throws IOException {
        String hash = hash(content);
        return outbox.findByContent(request.kind(), hash)
                        .anyMatch(note -> note.droppedAt().isPresent())
                ? Optional.empty()
                : Optional.of(seal(request, content, at));
    }

    /** Seals and sends a content. If its name is taken, seals it again: the signature covers the name. */
    public OutboxNote send(RequestedName request, Content content, InsurerDropSession session, Instant at)
            throws IOException {
        while (true) {
            OutboxNote sealed = seal(request, content, at, name -> isTaken(name, session));
            try {
                return drop(sealed, session, at);
            } catch (PartnerException e) {
                if (request.number().isPresent()) {
                    throw e.getCause() instanceof DropConflictException conflict ? conflict : e;
                }
            }
        }
    }

    /** Sends a sealed file, unless it has already been sent. */
    public OutboxNote drop(OutboxNote note, InsurerDropSession session, Instant at) throws IOException {
        if (note.droppedAt().isPresent()) {
            return note;
        }
        if (note.taken()) {
            throw taken(note);
        }
        if (!isWhole(note)) {
            throw new PartnerException(
                    PartnerError.OUTBOX_DAMAGED,
                    outbox.file(note),
                    Outbox.commandFor(note.name().kind()));
        }
        if (!isAnswered(note)) {
            put(note, session);
        }
        OutboxNote dropped = note.dropped(at);
        dropped.write(folder.outbox());
        deleteReplaced(dropped);
        return dropped;
    }

    private void put(OutboxNote note, InsurerDropSession session) throws IOException {
        Path file = outbox.file(note);
        try {
            if (session.isArchived(file, note.file())) {
                return;
            }
            if (outbox.receipts(note.name()).isEmpty() && hasReceipt(note.name(), session)) {
                note.withNameTaken().write(folder.outbox());
                throw taken(note);
            }
            session.put(file, note.file());
        } catch (DropConflictException e) {
            note.withNameTaken().write(folder.outbox());
            throw (PartnerException) taken(note).initCause(e);
        }
    }

    /** True if a receipt is about this file. Then the program has died before it recorded that the file was sent. */
    private boolean isAnswered(OutboxNote note) throws IOException {
        for (Path receipt : outbox.receipts(note.name())) {
            if (deliveries.receipt(receipt) instanceof Genuine<Receipt> genuine) {
                if (Deliveries.isAbout(genuine.value(), outbox.file(note))) {
                    return true;
                }
                note.withNameTaken().write(folder.outbox());
                throw taken(note);
            }
        }
        return false;
    }

    private static PartnerException taken(OutboxNote note) {
        return new PartnerException(
                PartnerError.NAME_TAKEN,
                note.file(),
                Outbox.commandFor(note.name().kind()));
    }

    private boolean isTaken(InboundFileName name, InsurerDropSession session) {
        return session.holds(DropFolder.UPLOAD, name.fileName())
                || session.holds(DropFolder.ARCHIVE, name.fileName())
                || hasReceipt(name, session);
    }

    private static boolean hasReceipt(InboundFileName name, InsurerDropSession session) {
        return session.holds(DropFolder.DOWNLOAD, AnswerFileNames.receipt(name.stem(), 1));
    }

    private boolean exists(OutboxNote note) {
        return note.droppedAt().isPresent() || Files.exists(outbox.file(note));
    }

    private boolean isUsable(OutboxNote note, Predicate<InboundFileName> taken) throws IOException {
        if (note.droppedAt().isPresent()) {
            return true;
        }
        return Files.exists(outbox.file(note)) ? isWhole(note) : !taken.test(note.name());
    }

    private boolean isWhole(OutboxNote note) throws IOException {
        return note.sealedSha256().isEmpty()
                || Sha256.of(outbox.file(note)).equals(note.sealedSha256().get());
    }

    /** Deletes files that are replaced or outdated and so never sent. Their numbers are not used again. */
    private void deleteReplaced(OutboxNote dropped) throws IOException {
        FileKind kind = dropped.name().kind();
        for (OutboxNote other : outbox.waiting()) {
            boolean replaced = other.contentSha256().equals(dropped.contentSha256())
                    || kind == FileKind.ACK
                    || kind == FileKind.RESYNC;
            if (other.name().kind() == kind && replaced && (other.taken() || !isWhole(other))) {
                Files.delete(outbox.file(other));
            }
        }
    }

    private OutboxNote seal(RequestedName request, Content content, Instant at, Predicate<InboundFileName> taken)
            throws IOException {
        String hash = hash(content);
        Optional<OutboxNote> note = findNote(request, hash, taken);
        if (note.filter(this::exists).isPresent()) {
            return note.get();
        }
        InboundFileName name = note.isPresent() ? note.get().name() : name(request, taken);
        OutboxNote started = OutboxNote.started(name, hash, at);
        if (Files.exists(outbox.file(started))) {
            throw new FileAlreadyExistsException(
                    outbox.file(started).toString(), null, "what was sealed under it is unknown; use the next number");
        }
        started.write(folder.outbox());
        SealUpload.SealedUpload upload = seal.seal(name, clear -> copy(content, hash, clear), at);
        OutboxNote sealed = started.sealed(upload.sealed().sha256());
        sealed.write(folder.outbox());
        return sealed;
    }

    private static String hash(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return Sha256.of(in);
        }
    }

    private static void copy(Content content, String hash, OutputStream clear) throws IOException {
        try (DigestInputStream in = new DigestInputStream(content.open(), Sha256.start())) {
            in.transferTo(clear);
            if (!HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(hash)) {
                throw new PartnerException(PartnerError.CONTENT_CHANGED);
            }
        }
    }

    private InboundFileName name(RequestedName request, Predicate<InboundFileName> taken) throws IOException {
        return request.number().isPresent()
                ? new InboundFileName(
                        request.kind(), code, request.date(), request.number().getAsInt())
                : outbox.next(request.kind(), request.date(), taken);
    }

    /** Finds the note of a content that can still be sent, even if its sealing was interrupted. */
    private Optional<OutboxNote> findNote(RequestedName request, String hash, Predicate<InboundFileName> taken)
            throws IOException {
        if (request.number().isPresent()) {
            Optional<OutboxNote> there = outbox.note(name(request, taken));
            if (there.isPresent() && !there.get().contentSha256().equals(hash)) {
                throw new FileAlreadyExistsException(
                        outbox.file(there.get()).toString(),
                        null,
                        "other content was sealed under this name; use the next number");
            }
            return there;
        }
        for (OutboxNote earlier : outbox.findByContent(request.kind(), hash).toList()) {
            if (!earlier.taken() && !outbox.isAnswered(earlier) && isUsable(earlier, taken)) {
                return Optional.of(earlier);
            }
        }
        return Optional.empty();
    }
}
