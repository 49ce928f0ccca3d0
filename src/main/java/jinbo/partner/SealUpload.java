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

/** Seals a file into the outbox. It is kept there, because a repetition must send the same bytes. */
public record SealUpload(Partner partner, Path outbox) {

    /** Seals {@code complaints-<CODE>-<yyyyMMdd>-<nnn>.csv.pgp} as a new file. */
    public SealedUpload seal(LocalDate date, int number, ContentWriter content, Instant at) throws IOException {
        return seal(new InboundFileName(FileKind.COMPLAINTS, partner.code(), date, number), content, at);
    }

    public SealedUpload seal(LocalDate date, int number, byte[] content, Instant at) throws IOException {
        return seal(date, number, clear -> clear.write(content), at);
    }

    public SealedUpload seal(InboundFileName name, ContentWriter content, Instant at) throws IOException {
        Path target = outbox.resolve(name.fileName());
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "is already sealed; drop that file, or use the next number");
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

    public DeliveryOutcome drop(SealedUpload upload, InsurerDropSession session) throws IOException {
        return session.put(upload.file(), upload.name().fileName());
    }

    /** @param sealed sizes and hashes; the receipt for the file has the same {@code sha256} */
    public record SealedUpload(InboundFileName name, Path file, SealResult sealed) {}
}
