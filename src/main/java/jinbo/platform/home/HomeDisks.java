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

/** The free space for those folders of a home that grow, including its embedded database. */
@Component
public record HomeDisks(Home home, ObjectProvider<EmbeddedDatabase> embedded) {

    public List<HomeDisk> all() {
        List<Path> folders = new ArrayList<>(List.of(home.spool(), home.quarantine(), home.drops(), home.log()));
        if (embedded.stream().findAny().isPresent()) {
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

    /** Sizes in bytes; {@code disk} identifies the disk. */
    public record HomeDisk(String folder, String disk, long free, long size) {}
}
