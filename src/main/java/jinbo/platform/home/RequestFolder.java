package jinbo.platform.home;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** A temporary folder for the files of one request. While its process is alive, the folder is locked. */
public record RequestFolder(Path path, FolderLock lock) implements Closeable {

    private static final String LOCK = "lock";

    /** What the folder contains; the prefix of its name. */
    public enum Kind {
        /** Files from another process of this machine. */
        RECEIVED,
        /** Copies of stored files with verified hashes. */
        CHECKED;

        private String prefix() {
            return name().toLowerCase(Locale.ROOT) + "-";
        }
    }

    /** Creates a folder. It is locked before it gets its name, so that it never looks abandoned. */
    public static RequestFolder create(Home home, Kind kind) throws IOException {
        Path made = Files.createTempDirectory(home.requests(), "new-");
        FolderLock lock = FolderLock.tryExclusive(made.resolve(LOCK)).orElseThrow();
        Path path = home.requests().resolve(kind.prefix() + made.getFileName());
        return new RequestFolder(Files.move(made, path), lock);
    }

    /** Deletes the folders of dead processes. */
    public static void deleteAbandoned(Home home) throws IOException {
        DirectoryStream.Filter<Path> isOurs = path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && Arrays.stream(Kind.values())
                        .anyMatch(kind -> String.valueOf(path.getFileName()).startsWith(kind.prefix()));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(home.requests(), isOurs)) {
            for (Path folder : folders) {
                Optional<FolderLock> lock = FolderLock.tryExclusive(folder.resolve(LOCK));
                if (lock.isPresent()) {
                    new RequestFolder(folder, lock.get()).close();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            FileSystemUtils.deleteRecursively(path);
        }
    }
}
