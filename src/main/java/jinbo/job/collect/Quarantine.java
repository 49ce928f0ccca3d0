package jinbo.job.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import jinbo.disk.OwnerOnly;
import jinbo.disk.OwnerOnlyFile;
import jinbo.home.Home;
import jinbo.inbound.InboundFile;
import jinbo.inbound.Verdict;
import jinbo.job.Spool;
import org.springframework.stereotype.Component;

/** Keeps refused uploads, still encrypted, each with a file beside it that says why. */
@Component
class Quarantine {

    private final Path root;
    private final Spool spool;

    Quarantine(Home home, Spool spool) {
        this.root = home.quarantine();
        this.spool = spool;
    }

    /** Moves the upload from the spool, if it still lies there, and writes the reason. */
    void keep(InboundFile file, Verdict verdict) throws IOException {
        Path folder = root.resolve(file.insurer().value());
        OwnerOnly.createFolder(folder);
        String name = file.stem() + "." + file.id();
        Path upload = spool.upload(file.id());
        new OwnerOnlyFile(folder.resolve(name + ".reason.txt")).write(reason(file, verdict));
        if (Files.exists(upload)) {
            Files.move(upload, folder.resolve(name + ".pgp"), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static String reason(InboundFile file, Verdict verdict) {
        return """
                file:        %s
                insurer:     %s
                received at: %s
                sha256:      %s
                refused for: %s
                detail:      %s
                """.formatted(
                file.shownName(),
                file.insurer(),
                file.receivedAt(),
                file.sha256(),
                verdict.tally().findings().keySet().stream().map(Enum::name).collect(Collectors.joining(", ")),
                verdict.operatorDetail().orElse("-"));
    }
}
