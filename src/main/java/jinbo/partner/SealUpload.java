package jinbo.partner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.openpgp.Compression;
import jinbo.exchange.openpgp.SealRequest;
import jinbo.exchange.openpgp.Sealer;
import jinbo.exchange.openpgp.Sealer.ContentWriter;
import jinbo.exchange.openpgp.Sealer.SealResult;
import jinbo.exchange.sftp.DeliveryOutcome;
import jinbo.exchange.sftp.InsurerDropSession;
import jinbo.platform.files.TemporaryFile;

/**
 * Seals a file for the association into the outbox, a local folder, and drops it: a complaint upload, most of all. What was sealed stays in the
 * outbox: dropping again after a broken line must send the same bytes, and sealing again would make others.
 */
public record SealUpload(Partner partner, Path outbox) {

    /**
     * Seals as {@code complaints-<CODE>-<yyyyMMdd>-<nnn>.csv.pgp}.
     *
     * @param date the day in the name: today in Beijing, or up to 31 days before
     * @param number 1 to 999, not used on that day before
     * @throws FileAlreadyExistsException if the outbox holds an upload of that name
     * @throws jinbo.exchange.openpgp.UnusableKeyException if our key cannot sign, or the association's not be encrypted to, at that time
     * @throws IOException of the content or the outbox; nothing is left there then
     */
    public SealedUpload seal(LocalDate date, int number, ContentWriter content, Instant at) throws IOException {
        return seal(new InboundFileName(FileKind.COMPLAINTS, partner.code(), date, number), content, at);
    }

    public SealedUpload seal(LocalDate date, int number, byte[] content, Instant at) throws IOException {
        return seal(date, number, clear -> clear.write(content), at);
    }

    /** Seals a file of any kind; otherwise as {@link #seal(LocalDate, int, ContentWriter, Instant)}. */
    public SealedUpload seal(InboundFileName name, ContentWriter content, Instant at) throws IOException {
        Path target = outbox.resolve(name.fileName());
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "is already sealed; drop that file, or use the next number");
        }
        TemporaryFile temporaryFile = TemporaryFile.of(target);
        try {
            SealResult sealResult = seal(name, temporaryFile, content, at);
            temporaryFile.replace(target);
            return new SealedUpload(name, target, sealResult);
        } finally {
            temporaryFile.discard();
        }
    }

    /**
     * Puts a sealed upload into {@code upload/}; may be repeated until the association has answered it.
     *
     * @throws jinbo.exchange.sftp.DropException if the drop fails or the name is taken there
     */
    public DeliveryOutcome drop(SealedUpload upload, InsurerDropSession session) throws IOException {
        return session.put(upload.file(), upload.name().fileName());
    }

    private SealResult seal(InboundFileName name, TemporaryFile temporaryFile, ContentWriter content, Instant at)
            throws IOException {
        SealRequest request = new SealRequest(name.fileName(), partner.keys().recipients(at, partner.policy()), at);
        try (OutputStream out = temporaryFile.create()) {
            return new Sealer(partner.keys().secret(), partner.policy(), Compression.standard())
                    .seal(content, request, out);
        }
    }

    /**
     * An upload that lies sealed on the insurer's own disk.
     *
     * @param sealed sizes and hashes; its receipt carries the same {@code sha256}
     */
    public record SealedUpload(InboundFileName name, Path file, SealResult sealed) {}
}
