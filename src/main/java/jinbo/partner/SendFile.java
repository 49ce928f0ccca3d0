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
import jinbo.exchange.sftp.DropConflictException;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.InsurerDropSession;
import jinbo.participant.insurer.InsurerCode;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.platform.files.Sha256;

/**
 * Sends a file to the association so that a command may be repeated after whatever went wrong: a content that was sealed and
 * has no answer yet is dropped again as the same bytes under the same name.
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

    /** Opens a clear content, as often as it is asked. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /** @param number 1 to 999; empty for the next that is free */
    public record RequestedName(FileKind kind, LocalDate date, OptionalInt number) {}

    /**
     * What a content lies sealed as, if it does, and awaits its answer or waits to be dropped.
     *
     * @throws FileAlreadyExistsException if another content was sealed under the name that is wished
     */
    public Optional<OutboxNote> sealed(RequestedName wish, Content content) throws IOException {
        return lying(wish, hash(content), name -> false).filter(this::lies);
    }

    /**
     * Seals a content, unless it lies sealed and unanswered already.
     *
     * @return what lies in the outbox now
     * @throws FileAlreadyExistsException if another content was sealed under the name that is wished
     * @throws PartnerException if the content changes meanwhile, or no number is free
     */
    public OutboxNote seal(RequestedName wish, Content content, Instant at) throws IOException {
        return seal(wish, content, at, name -> false);
    }

    /**
     * Seals a content that is sent once and never again; otherwise as {@link #seal}.
     *
     * @return empty if it was dropped before
     */
    public Optional<OutboxNote> sealOnce(RequestedName wish, Content content, Instant at) throws IOException {
        String hash = hash(content);
        return outbox.same(wish.kind(), hash).anyMatch(note -> note.droppedAt().isPresent())
                ? Optional.empty()
                : Optional.of(seal(wish, content, at));
    }

    /**
     * Seals a content, unless it lies sealed and unanswered already, and drops it, unless it is known to be dropped. A number that
     * is taken on the drop is passed over, also if that is seen only when it is dropped: then it is sealed anew under the next one,
     * because the signature binds the name.
     *
     * @throws FileAlreadyExistsException if another content was sealed under the name that is wished
     * @throws jinbo.exchange.sftp.DropConflictException if the number that is wished is taken
     * @throws jinbo.exchange.sftp.DropException if the drop fails; repeat it then
     * @throws PartnerException if the content changes meanwhile, or no number is free
     */
    public OutboxNote send(RequestedName wish, Content content, InsurerDropSession session, Instant at)
            throws IOException {
        while (true) {
            OutboxNote sealed = seal(wish, content, at, name -> isTaken(name, session));
            try {
                return drop(sealed, session, at);
            } catch (PartnerException e) {
                if (wish.number().isPresent()) {
                    throw e.getCause() instanceof DropConflictException conflict ? conflict : e;
                }
            }
        }
    }

    /**
     * Drops what lies sealed, unless it is known to be dropped.
     *
     * @throws PartnerException if the name is taken, now and for ever, or the sealed file is damaged: its content must be sent once
     *     more
     * @throws jinbo.exchange.sftp.DropException if the drop fails; repeat it then
     */
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
        giveUpFor(dropped);
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

    /** Whether a receipt that came is about this very file: it was dropped, and the program died before it noted that. */
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

    private boolean lies(OutboxNote note) {
        return note.droppedAt().isPresent() || Files.exists(outbox.file(note));
    }

    private boolean isUsable(OutboxNote note, Predicate<InboundFileName> taken) throws IOException {
        if (note.droppedAt().isPresent()) {
            return true;
        }
        return Files.exists(outbox.file(note)) ? isWhole(note) : !taken.test(note.name());
    }

    private boolean isWhole(OutboxNote note) throws IOException {
        if (note.sealedSha256().isEmpty()) {
            return true;
        }
        try (InputStream in = Files.newInputStream(outbox.file(note))) {
            return Sha256.of(in).equals(note.sealedSha256().get());
        }
    }

    /** What can never be dropped, and was sent by another name now or is out of date, is kept no longer; its number stays used. */
    private void giveUpFor(OutboxNote dropped) throws IOException {
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

    private OutboxNote seal(RequestedName wish, Content content, Instant at, Predicate<InboundFileName> taken)
            throws IOException {
        String hash = hash(content);
        Optional<OutboxNote> lying = lying(wish, hash, taken);
        if (lying.filter(this::lies).isPresent()) {
            return lying.get();
        }
        InboundFileName name = lying.isPresent() ? lying.get().name() : name(wish, taken);
        OutboxNote begun = OutboxNote.begun(name, hash, at);
        if (Files.exists(outbox.file(begun))) {
            throw new FileAlreadyExistsException(
                    outbox.file(begun).toString(), null, "what was sealed under it is unknown; use the next number");
        }
        begun.write(folder.outbox());
        SealUpload.SealedUpload upload = seal.seal(name, clear -> copy(content, hash, clear), at);
        OutboxNote sealed = begun.sealed(upload.sealed().sha256());
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

    private InboundFileName name(RequestedName wish, Predicate<InboundFileName> taken) throws IOException {
        return wish.number().isPresent()
                ? new InboundFileName(
                        wish.kind(), code, wish.date(), wish.number().getAsInt())
                : outbox.next(wish.kind(), wish.date(), taken);
    }

    /** What a content was sealed as, or was about to be, and can still be sent as. */
    private Optional<OutboxNote> lying(RequestedName wish, String hash, Predicate<InboundFileName> taken)
            throws IOException {
        if (wish.number().isPresent()) {
            Optional<OutboxNote> there = outbox.note(name(wish, taken));
            if (there.isPresent() && !there.get().contentSha256().equals(hash)) {
                throw new FileAlreadyExistsException(
                        outbox.file(there.get()).toString(),
                        null,
                        "other content was sealed under this name; use the next number");
            }
            return there;
        }
        for (OutboxNote earlier : outbox.same(wish.kind(), hash).toList()) {
            if (!earlier.taken() && !outbox.isAnswered(earlier) && isUsable(earlier, taken)) {
                return Optional.of(earlier);
            }
        }
        return Optional.empty();
    }
}
