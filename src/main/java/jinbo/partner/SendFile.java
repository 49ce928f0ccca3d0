package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.disk.Sha256;
import jinbo.drop.InsurerDropSession;
import jinbo.exchange.FileKind;
import jinbo.exchange.InboundName;
import jinbo.insurer.InsurerCode;
import jinbo.partner.PartnerException.Reason;

/**
 * Sends a file to the association so that a command may be repeated after whatever went wrong: a content that was sealed and
 * has no answer yet is dropped again as the same bytes under the same name.
 */
public final class SendFile {

    private final PartnerFolder folder;
    private final InsurerCode code;
    private final SealUpload seal;
    private final Outbox outbox;

    public SendFile(PartnerFolder folder, Partner partner) {
        this.folder = folder;
        this.code = partner.code();
        this.seal = new SealUpload(partner, folder.outbox());
        this.outbox = new Outbox(folder, partner.code());
    }

    /** Opens a clear content, as often as it is asked. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /**
     * Under which name a file is sent.
     *
     * @param kind what it is
     * @param date the day in its name
     * @param number 1 to 999; empty for the next that is free
     */
    public record Wish(FileKind kind, LocalDate date, OptionalInt number) {}

    /**
     * Seals a content, unless it lies sealed and unanswered already.
     *
     * @return what lies in the outbox now
     * @throws FileAlreadyExistsException if another content was sealed under the name that is wished
     * @throws PartnerException if the content changes meanwhile, or no number is free
     * @throws IOException of the content or the outbox
     */
    public OutboxNote seal(Wish wish, Content content, Instant at) throws IOException {
        String hash = hash(content);
        OutboxNote note = note(wish, hash, at);
        if (!Files.exists(outbox.file(note))) {
            note.write(folder.outbox());
            seal.seal(note.name(), clear -> copy(content, hash, clear), at);
        }
        return note;
    }

    /**
     * Seals a content that is sent once and never again; otherwise as {@link #seal}.
     *
     * @return empty if it was dropped before
     */
    public Optional<OutboxNote> sealOnce(Wish wish, Content content, Instant at) throws IOException {
        String hash = hash(content);
        Optional<OutboxNote> before = outbox.same(wish.kind(), hash).findFirst();
        return before.isPresent() && before.get().droppedAt().isPresent()
                ? Optional.empty()
                : Optional.of(seal(wish, content, at));
    }

    /**
     * Drops what lies sealed, unless it is known to be dropped.
     *
     * @throws jinbo.drop.DropException if the drop fails; repeat it then
     */
    public OutboxNote drop(OutboxNote note, InsurerDropSession session, Instant at) throws IOException {
        if (note.droppedAt().isPresent()) {
            return note;
        }
        session.put(outbox.file(note), note.file());
        OutboxNote dropped = note.dropped(at);
        dropped.write(folder.outbox());
        return dropped;
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
                throw new PartnerException(
                        Reason.CONTENT_CHANGED, "The file changed while it was sealed; repeat when it is whole");
            }
        }
    }

    private OutboxNote note(Wish wish, String hash, Instant at) throws IOException {
        if (wish.number().isPresent()) {
            InboundName name = new InboundName(
                    wish.kind(), code, wish.date(), wish.number().getAsInt());
            Optional<OutboxNote> there = outbox.note(name);
            if (there.isPresent() && !there.get().contentSha256().equals(hash)) {
                throw new FileAlreadyExistsException(
                        outbox.file(there.get()).toString(),
                        null,
                        "another content was sealed as that; take the next number");
            }
            return there.orElseGet(() -> new OutboxNote(name, hash, at, Optional.empty()));
        }
        for (OutboxNote earlier : outbox.same(wish.kind(), hash).toList()) {
            if (!outbox.isAnswered(earlier)) {
                return earlier;
            }
        }
        return new OutboxNote(outbox.next(wish.kind(), wish.date()), hash, at, Optional.empty());
    }
}
