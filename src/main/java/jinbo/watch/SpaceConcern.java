package jinbo.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.home.EmbeddedDatabase;
import jinbo.home.Home;
import jinbo.watch.Concern.Code;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Looks whether the disks have room on which what grows lies: the home's folders, and its database if that is its own. */
@Component
class SpaceConcern {

    private static final long ALL_PERCENT = 100;

    private final Home home;
    private final boolean ownDatabase;
    private final WatchSettings settings;

    SpaceConcern(Home home, ObjectProvider<EmbeddedDatabase> embedded, WatchSettings settings) {
        this.home = home;
        this.ownDatabase = embedded.stream().findAny().isPresent();
        this.settings = settings;
    }

    Optional<Concern> find() {
        String low = byDisk().entrySet().stream()
                .filter(disk -> isLow(disk.getKey()))
                .map(disk -> disk.getValue() + " " + freeOf(disk.getKey()))
                .collect(Collectors.joining("; "));
        return low.isEmpty()
                ? Optional.empty()
                : Optional.of(new Concern(Code.DISK_SPACE_LOW, Optional.empty(), Optional.of(low)));
    }

    private Map<FileStore, String> byDisk() {
        Map<FileStore, String> folders = new LinkedHashMap<>();
        for (Path folder : folders()) {
            folders.merge(storeOf(folder), folder.getFileName().toString(), (some, one) -> some + ", " + one);
        }
        return folders;
    }

    private List<Path> folders() {
        List<Path> folders = new ArrayList<>(List.of(home.spool(), home.quarantine(), home.drops(), home.log()));
        if (ownDatabase) {
            folders.add(home.database());
        }
        return folders;
    }

    private boolean isLow(FileStore disk) {
        long free = usable(disk);
        return free < settings.diskFreeAtLeast().toBytes()
                || free / (double) total(disk) * ALL_PERCENT < settings.diskFreePercentAtLeast();
    }

    private static String freeOf(FileStore disk) {
        return inMegabytes(usable(disk)) + "/" + inMegabytes(total(disk));
    }

    static String inMegabytes(long bytes) {
        return DataSize.ofBytes(bytes).toMegabytes() + "MB";
    }

    private static FileStore storeOf(Path folder) {
        try {
            return Files.getFileStore(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The disk under " + folder + " cannot be looked at", e);
        }
    }

    private static long usable(FileStore disk) {
        try {
            return disk.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("The free space of the disk " + disk + " cannot be read", e);
        }
    }

    private static long total(FileStore disk) {
        try {
            return disk.getTotalSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("The size of the disk " + disk + " cannot be read", e);
        }
    }
}
