package jinbo.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The disks on which what grows lies: the home's folders, and its database if that is its own. */
@Component
public class HomeDisks {

    private final Home home;
    private final boolean ownDatabase;

    HomeDisks(Home home, ObjectProvider<EmbeddedDatabase> embedded) {
        this.home = home;
        this.ownDatabase = embedded.stream().findAny().isPresent();
    }

    public List<HomeDisk> all() {
        List<Path> folders = new ArrayList<>(List.of(home.spool(), home.quarantine(), home.drops(), home.log()));
        if (ownDatabase) {
            folders.add(home.database());
        }
        return folders.stream().map(HomeDisks::of).toList();
    }

    private static HomeDisk of(Path folder) {
        try {
            FileStore disk = Files.getFileStore(folder);
            return new HomeDisk(
                    folder.getFileName().toString(), disk.toString(), disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException("The disk under " + folder + " cannot be read", e);
        }
    }

    /**
     * Room for a folder of the home, on whichever disk it lies.
     *
     * @param disk which disk; folders on the same one have the same
     * @param free bytes that the program may still write
     * @param size bytes of the whole disk
     */
    public record HomeDisk(String folder, String disk, long free, long size) {}
}
