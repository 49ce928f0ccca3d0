package jinbo.batch.erase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.batch.SpoolException;
import jinbo.platform.files.FolderWalk;
import jinbo.platform.home.Home;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** The step {@code clear-quarantine}: removes refused uploads after the retention period. Their reasons stay. */
@Component
record ClearQuarantine(Home home, InboundFiles inbound) {

    /** Matches the names that {@code collect-uploads} gives: the stem and the id of the inbound file. */
    private static final Pattern UPLOAD = Pattern.compile(".+\\.(\\d{1,18})\\.pgp");

    void clear(LocalDate receivedBy) {
        try {
            for (Path folder : FolderWalk.list(home.quarantine()).stream()
                    .filter(Files::isDirectory)
                    .toList()) {
                clear(folder, receivedBy);
            }
        } catch (IOException e) {
            throw new SpoolException("clear", "the quarantine", e);
        }
    }

    private void clear(Path folder, LocalDate receivedBy) throws IOException {
        for (Path file : FolderWalk.list(folder)) {
            Matcher name = UPLOAD.matcher(file.getFileName().toString());
            if (name.matches() && wasReceived(Long.parseLong(name.group(1)), receivedBy)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private boolean wasReceived(long file, LocalDate by) {
        return inbound.find(file)
                .filter(known -> !BusinessTime.dateOf(known.receivedAt()).isAfter(by))
                .isPresent();
    }
}
