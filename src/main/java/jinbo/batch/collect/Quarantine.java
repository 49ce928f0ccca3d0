package jinbo.batch.collect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.batch.Spool;
import jinbo.exchange.openpgp.EncryptedMessageDetector;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.home.Home;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.Verdict;
import org.springframework.stereotype.Component;

/**
 * Keeps refused uploads, still encrypted, each with a file that contains the reason. When an insurer's limit is
 * reached, only that file is kept; the upload itself is in {@code archive/} on the drop.
 */
@Component
record Quarantine(Home home, Spool spool, CollectSettings settings) {

    private static final String UPLOAD = ".pgp";
    private static final String KEPT = "is beside this file, as it was received";
    private static final String NOT_ENCRYPTED =
            "not kept here, because it was not encrypted; it is in archive/ on the drop";
    private static final String NO_ROOM =
            "not kept here, because the quarantine of its insurer is full; it is in archive/ on the drop";
    private static final String NOT_FETCHED = "was not fetched; it is in archive/ on the drop";

    /** Keeps an upload. One that is not encrypted is deleted here, because anyone could read its numbers. */
    void keep(InboundFile file, Verdict verdict) throws IOException {
        Path folder = folderOf(file.insurer());
        OwnerOnlyPermissions.createFolder(folder);
        String name = file.stem() + "." + file.id();
        Path upload = spool.upload(file.id());
        if (Files.exists(upload)) {
            String content = !isEncrypted(upload) ? NOT_ENCRYPTED : isFull(folder) ? NO_ROOM : KEPT;
            write(folder.resolve(name + ".reason.txt"), reason(file, verdict, content));
            if (content.equals(KEPT)) {
                Files.move(upload, folder.resolve(name + UPLOAD), StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.delete(upload);
            }
        } else if (!file.fetched()) {
            write(folder.resolve(name + ".reason.txt"), reason(file, verdict, NOT_FETCHED));
        }
    }

    /** Returns a warning if the insurer's quarantine has no room for another upload of the largest size. */
    Optional<String> fullWarning(InsurerCode insurer) throws IOException {
        Path folder = folderOf(insurer);
        return Files.isDirectory(folder) && isFull(folder)
                ? Optional.of("quarantine/" + insurer + " is full: only the reasons of further refused files are kept"
                        + " (collect-uploads.quarantine); ask the insurer who sends them, and remove the .pgp"
                        + " files")
                : Optional.empty();
    }

    private boolean isFull(Path folder) throws IOException {
        CollectSettings.QuarantineLimits most = settings.quarantine();
        int files = 0;
        long volume = 0;
        try (DirectoryStream<Path> kept = Files.newDirectoryStream(folder, "*" + UPLOAD)) {
            for (Path upload : kept) {
                files++;
                volume += Files.size(upload);
            }
        }
        return files >= most.files()
                || volume + settings.limits().sealedSize().toBytes()
                        > most.volume().toBytes();
    }

    private Path folderOf(InsurerCode insurer) {
        return home.quarantine().resolve(insurer.value());
    }

    private static void write(Path target, String reason) throws IOException {
        new OwnerOnlyFile(target).write(reason);
    }

    private static boolean isEncrypted(Path upload) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(upload))) {
            return EncryptedMessageDetector.isEncryptedMessage(in);
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
