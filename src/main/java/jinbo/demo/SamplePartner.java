package jinbo.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.verifier.MalformedException;
import jinbo.accesslog.verifier.VerifierKey;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.DropClient;
import jinbo.exchange.sftp.DropCredentials;
import jinbo.exchange.sftp.DropTimeouts;
import jinbo.exchange.sftp.InsurerDropSession;
import jinbo.partner.ApplyBlockLists;
import jinbo.partner.BlockListLookup;
import jinbo.partner.Deliveries.OpenReceipt;
import jinbo.partner.FetchDeliveredFiles;
import jinbo.partner.LocalBlockList;
import jinbo.partner.MakeAck;
import jinbo.partner.Partner;
import jinbo.partner.PartnerKeys;
import jinbo.partner.SealUpload;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerifiedList;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/** A sample insurer's own software: seals uploads, exchanges files by SFTP, and applies lists. */
final class SamplePartner {

    private final SampleInsurer insurer;
    private final Path folder;
    private final DropAddress drop;
    private final Partner partner;

    SamplePartner(SampleInsurer insurer, Path folder, DropAddress drop) throws IOException {
        this.insurer = insurer;
        this.folder = folder;
        this.drop = drop;
        this.partner = new Partner(
                        insurer.code(),
                        PartnerKeys.load(folder.resolve("secret.asc"), folder.resolve("association.asc")))
                .withLogKey(logKey(folder));
    }

    private static VerifierKey logKey(Path folder) throws IOException {
        try {
            return VerifierKey.parse(
                    Files.readString(folder.resolve("access-log.vkey")).strip());
        } catch (MalformedException e) {
            throw new IOException("The key of the association's access log is damaged: " + e.getMessage(), e);
        }
    }

    SealUpload.SealedUpload seal(SampleUpload upload, Instant at, LocalDate today) throws IOException {
        return sealed(partner, upload, at, today);
    }

    SealUpload.SealedUpload sealWithKeysOf(SamplePartner other, SampleUpload upload, Instant at, LocalDate today)
            throws IOException {
        return sealed(new Partner(insurer.code(), other.partner.keys()), upload, at, today);
    }

    void drop(SealUpload.SealedUpload upload) throws IOException {
        try (DropClient client = client();
                InsurerDropSession session = client.openAsInsurer(insurer.code(), drop)) {
            new SealUpload(partner, outbox()).drop(upload, session);
        }
    }

    void dropTruncated(SealUpload.SealedUpload upload) throws IOException {
        byte[] whole = Files.readAllBytes(upload.file());
        Path part = Files.write(folder.resolve("cut-short.pgp"), Arrays.copyOf(whole, whole.length * 2 / 3));
        try (DropClient client = client();
                InsurerDropSession session = client.openAsInsurer(insurer.code(), drop)) {
            session.put(part, upload.name().fileName());
        }
    }

    List<Path> fetch() throws IOException {
        try (DropClient client = client();
                InsurerDropSession session = client.openAsInsurer(insurer.code(), drop)) {
            return new FetchDeliveredFiles(inbox(), inbox()).fetch(session).files();
        }
    }

    VerificationResult<Receipt> receipt(Path file, Instant at) throws IOException {
        return new OpenReceipt(partner).open(file, at, list().applied());
    }

    Optional<VerificationResult<VerifiedList>> applyList(Instant at, LocalDate today) throws IOException {
        return new ApplyBlockLists(partner, list()).apply(inbox(), at, today);
    }

    /** True if the applied list has an entry for the number in a line, whatever its dates. */
    boolean isBlocked(Mobile mobile, LineCode line) throws IOException {
        try (BlockListLookup opened = list().open()) {
            return opened.find(mobile, line).isPresent();
        }
    }

    SealUpload.SealedUpload acknowledge(Instant at, LocalDate today) throws IOException {
        byte[] ack = new MakeAck(insurer.code(), list()).make(List.of());
        InboundFileName name = new InboundFileName(FileKind.ACK, insurer.code(), today, 1);
        SealUpload.SealedUpload sealed = new SealUpload(partner, outbox()).seal(name, out -> out.write(ack), at);
        drop(sealed);
        return sealed;
    }

    private SealUpload.SealedUpload sealed(Partner signer, SampleUpload upload, Instant at, LocalDate today)
            throws IOException {
        return new SealUpload(signer, outbox()).seal(today, upload.number(), upload.csv(), at);
    }

    private DropClient client() throws IOException {
        return new DropClient(
                DropCredentials.ofKey(new SshKeyFile(folder.resolve("login.ssh")).read()), DropTimeouts.DEFAULT);
    }

    private LocalBlockList list() {
        return new LocalBlockList(folder.resolve("list"));
    }

    private Path outbox() {
        return folder.resolve("outbox");
    }

    private Path inbox() {
        return folder.resolve("inbox");
    }
}
