package jinbo.accesslog;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.accesslog.tlog.SignedNote;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import org.springframework.stereotype.Component;

/** The last checkpoint and that of each day, in files, so that a restored or rewritten database is detected. */
@Component
record CheckpointFile(Home home) {

    static final String LATEST = "latest";

    private static final String ASIDE = "before-alarm-";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** The text of the last checkpoint, not verified. */
    Optional<String> read() {
        OwnerOnlyFile file = new OwnerOnlyFile(home.checkpoints().resolve(LATEST));
        try {
            return file.exists() ? Optional.of(file.read()) : Optional.empty();
        } catch (IOException e) {
            throw new HomeException(AccessLogError.CHECKPOINT_UNREADABLE, file.path()).causedBy(e);
        }
    }

    /** Writes the new checkpoint, as the last one and as that of its day. Both files are durable on return. */
    void write(SignedNote note, Instant at) {
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        try {
            // the latest is written first: if there is a day's checkpoint but no latest, somebody has removed the
            // latest
            new OwnerOnlyFile(home.checkpoints().resolve(LATEST)).write(note.toString());
            new OwnerOnlyFile(home.checkpoints().resolve(day.toString())).write(note.toString());
        } catch (IOException e) {
            throw new HomeException(AccessLogError.CHECKPOINT_NOT_KEPT, home.checkpoints()).causedBy(e);
        }
    }

    /** True if there is any other checkpoint than the last: one of a day, or one that was put aside. */
    boolean existsBefore() {
        return names().stream()
                .anyMatch(name -> name.startsWith(ASIDE) || DAY.matcher(name).matches());
    }

    /** The texts of the checkpoints by day, oldest first, not verified. */
    NavigableMap<String, String> ofDays() {
        NavigableMap<String, String> notes = new TreeMap<>();
        days().forEach(day -> readDay(day).ifPresent(note -> notes.put(day, note)));
        return notes;
    }

    Optional<Map.Entry<String, String>> ofNewestDay() {
        return days().max(Comparator.naturalOrder()).flatMap(day -> readDay(day).map(note -> Map.entry(day, note)));
    }

    private Stream<String> days() {
        return names().stream().filter(name -> DAY.matcher(name).matches());
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(home.checkpoints())) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new HomeException(AccessLogError.CHECKPOINTS_UNREADABLE, home.checkpoints()).causedBy(e);
        }
    }

    private Optional<String> readDay(String day) {
        OwnerOnlyFile file = new OwnerOnlyFile(home.checkpoints().resolve(day));
        try {
            return Optional.of(file.read());
        } catch (NoSuchFileException putAsideMeanwhile) {
            return Optional.empty();
        } catch (IOException e) {
            throw new HomeException(AccessLogError.DAY_UNREADABLE, file.path()).causedBy(e);
        }
    }

    /** Keeps a copy of the last checkpoint, because two people have accepted that the log does not continue it. */
    void putAside(long alarm) {
        read().ifPresent(last -> putAside(last, ASIDE + alarm));
    }

    /** Moves the checkpoint of a day to the checkpoints that were put aside. */
    void putAside(String day, long alarm) {
        readDay(day).ifPresent(note -> {
            putAside(note, ASIDE + alarm + "-" + day);
            try {
                Files.delete(home.checkpoints().resolve(day));
            } catch (IOException e) {
                throw new HomeException(AccessLogError.DAY_NOT_PUT_ASIDE, home.checkpoints()).causedBy(e);
            }
        });
    }

    private void putAside(String note, String name) {
        try {
            // after a restore, ids of alarms are given again, so the name may be taken
            OwnerOnlyFile aside = new OwnerOnlyFile(home.checkpoints().resolve(name));
            for (int next = 2; aside.exists() && !aside.read().equals(note); next++) {
                aside = new OwnerOnlyFile(home.checkpoints().resolve(name + "-" + next));
            }
            aside.write(note);
        } catch (IOException e) {
            throw new HomeException(AccessLogError.CHECKPOINT_NOT_PUT_ASIDE, home.checkpoints()).causedBy(e);
        }
    }

    /** The texts of the checkpoints that were put aside, not verified. */
    List<String> aside() {
        List<String> notes = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.checkpoints(), ASIDE + "*")) {
            for (Path file : files) {
                notes.add(new OwnerOnlyFile(file).read());
            }
            return notes;
        } catch (IOException e) {
            throw new HomeException(AccessLogError.PUT_ASIDE_UNREADABLE, home.checkpoints()).causedBy(e);
        }
    }
}
