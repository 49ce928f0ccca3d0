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
 * Seals a file into the outbox and sends it. The sealed file stays in the outbox, because a repetition must send the same bytes.
 */
public record SealUpload(Partner partner, Path outbox) {

    /**
     * Seals {@code complaints-<CODE>-<yyyyMMdd>-<nnn>.csv.pgp}.
     *
     * @param date today in Beijing, or up to 31 days before
     * @param number 1 to 999, unused on that day
     * @throws FileAlreadyExistsException if the outbox has a file with the name
     * @throws jinbo.exchange.openpgp.UnusableKeyException if the own key cannot sign, or the association's cannot encrypt, at that time
     */
    public SealedUpload seal(LocalDate date, int number, ContentWriter content, Instant at) throws IOException {
        return seal(new InboundFileName(FileKind.COMPLAINTS, partner.code(), date, number), content, at);
    }

    public SealedUpload seal(LocalDate date, int number, byte[] content, Instant at) throws IOException {
        return seal(date, number, clear -> clear.write(content), at);
    }

    /** As {@link #seal(LocalDate, int, ContentWriter, Instant)}, for any kind. */
    public SealedUpload seal(InboundFileName name, ContentWriter content, Instant at) throws IOException {
        Path target = outbox.resolve(name.fileName());
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "was sealed before: drop that file, or take the next number");
        }
        TemporaryFile temporaryFile = TemporaryFile.of(target);
        try {
            SealRequest request =
                    new SealRequest(name.fileName(), partner.keys().recipients(at, partner.policy()), at);
            SealResult sealResult;
            try (OutputStream out = temporaryFile.create()) {
                sealResult = new Sealer(partner.keys().secret(), partner.policy(), Compression.standard())
                        .seal(content, request, out);
            }
            temporaryFile.replace(target);
            return new SealedUpload(name, target, sealResult);
        } finally {
            temporaryFile.discard();
        }
    }

    /** As {@link InsurerDropSession#put}. */
    public DeliveryOutcome drop(SealedUpload upload, InsurerDropSession session) throws IOException {
        return session.put(upload.file(), upload.name().fileName());
    }

    /** @param sealed sizes and hashes; the receipt has the same {@code sha256} */
    public record SealedUpload(InboundFileName name, Path file, SealResult sealed) {}
}
