package jinbo.accesslog;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.disk.OwnerOnlyFile;
import jinbo.home.Home;
import jinbo.home.HomeException;
import jinbo.tlog.SignedNote;
import org.springframework.stereotype.Component;

/**
 * The last signed checkpoint in the home, outside the database: what a restored or rewritten database is compared with. The
 * last one of each day stays beside it.
 */
@Component
class KeptCheckpoint {

    static final String LATEST = "latest";

    private static final String ASIDE = "before-alarm-";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Path folder;

    KeptCheckpoint(Home home) {
        this.folder = home.checkpoints();
    }

    /**
     * As it lies there, not verified.
     *
     * @throws HomeException if it cannot be read
     */
    Optional<String> read() {
        OwnerOnlyFile file = new OwnerOnlyFile(folder.resolve(LATEST));
        try {
            return file.exists() ? Optional.of(file.read()) : Optional.empty();
        } catch (IOException e) {
            throw new HomeException("The access log's last checkpoint cannot be read", file.path(), e);
        }
    }

    /** Durable when this returns. */
    void write(SignedNote note, Instant at) {
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        try {
            // the last one first: that of a day without a last one is the trace of a theft
            new OwnerOnlyFile(folder.resolve(LATEST)).write(note.toString());
            new OwnerOnlyFile(folder.resolve(day.toString())).write(note.toString());
        } catch (IOException e) {
            throw new HomeException("The access log's checkpoint cannot be kept", folder, e);
        }
    }

    /** Whether any lies there but the last one: of a day, or put aside. */
    boolean anyBefore() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(
                            name -> name.startsWith(ASIDE) || DAY.matcher(name).matches());
        } catch (IOException e) {
            throw new HomeException("The checkpoints that were kept cannot be looked at", folder, e);
        }
    }

    /** Copies the last one, as it lies there, once two people have accepted that the log does not continue it. */
    void putAside(long alarm) {
        try {
            Optional<String> last = read();
            if (last.isPresent()) {
                // a database that comes back from a back-up counts its alarms from there
                OwnerOnlyFile aside = new OwnerOnlyFile(folder.resolve(ASIDE + alarm));
                for (int next = 2; aside.exists() && !aside.read().equals(last.get()); next++) {
                    aside = new OwnerOnlyFile(folder.resolve(ASIDE + alarm + "-" + next));
                }
                aside.write(last.get());
            }
        } catch (IOException e) {
            throw new HomeException("The access log's last checkpoint cannot be put aside", folder, e);
        }
    }

    /** Those that were put aside. */
    List<String> aside() {
        List<String> notes = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ASIDE + "*")) {
            for (Path file : files) {
                notes.add(new OwnerOnlyFile(file).read());
            }
            return notes;
        } catch (IOException e) {
            throw new HomeException("The checkpoints that were put aside cannot be read", folder, e);
        }
    }
}
