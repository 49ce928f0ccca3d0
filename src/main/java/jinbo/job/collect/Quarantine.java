package jinbo.job.collect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import jinbo.disk.OwnerOnly;
import jinbo.disk.OwnerOnlyFile;
import jinbo.envelope.FirstPacket;
import jinbo.home.Home;
import jinbo.inbound.InboundFile;
import jinbo.inbound.Verdict;
import jinbo.job.Spool;
import org.springframework.stereotype.Component;

/** Keeps refused uploads, still encrypted, each with a file beside it that says why. */
@Component
class Quarantine {

    private static final String KEPT = "lies beside this file, as it was received";
    private static final String NOT_ENCRYPTED =
            "not kept here, because its sender had not encrypted it; it lies in archive/ on the drop";
    private static final String NOT_FETCHED = "was not fetched; it lies in archive/ on the drop";

    private final Path root;
    private final Spool spool;

    Quarantine(Home home, Spool spool) {
        this.root = home.quarantine();
        this.spool = spool;
    }

    /**
     * Writes the reason, and moves the upload from the spool, if it still lies there. One that its sender has not encrypted
     * is not kept: its numbers would lie here for anybody to read.
     */
    void keep(InboundFile file, Verdict verdict) throws IOException {
        Path folder = root.resolve(file.insurer().value());
        OwnerOnly.createFolder(folder);
        String name = file.stem() + "." + file.id();
        Path upload = spool.upload(file.id());
        if (Files.exists(upload)) {
            boolean encrypted = isEncrypted(upload);
            write(folder.resolve(name + ".reason.txt"), reason(file, verdict, encrypted ? KEPT : NOT_ENCRYPTED));
            if (encrypted) {
                Files.move(upload, folder.resolve(name + ".pgp"), StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.delete(upload);
            }
        } else if (!file.fetched()) {
            write(folder.resolve(name + ".reason.txt"), reason(file, verdict, NOT_FETCHED));
        }
    }

    private static void write(Path target, String reason) throws IOException {
        new OwnerOnlyFile(target).write(reason);
    }

    private static boolean isEncrypted(Path upload) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(upload))) {
            return FirstPacket.isOfAnEncryptedMessage(in);
        }
    }

    private static String reason(InboundFile file, Verdict verdict, String content) {
        return """
                file:        %s
                insurer:     %s
                received at: %s
                sha256:      %s
                refused for: %s
                detail:      %s
                content:     %s
                """.formatted(
                file.shownName(),
                file.insurer(),
                file.receivedAt(),
                file.sha256(),
                verdict.tally().findings().keySet().stream().map(Enum::name).collect(Collectors.joining(", ")),
                verdict.operatorDetail().orElse("-"),
                content);
    }
}
