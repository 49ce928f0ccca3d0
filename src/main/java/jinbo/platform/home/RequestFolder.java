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

/**
 * A folder of the home in which files of one request lie until it is closed. A lock that ends with the process tells it from one
 * that a dead process has left.
 */
public record RequestFolder(Path path, FolderLock lock) implements Closeable {

    private static final String LOCK = "lock";

    /** What is in it, by which its name begins. */
    public enum Kind {
        /** Files that another process of this machine has handed over. */
        RECEIVED,
        /** Copies of stored files whose hashes were right. */
        CHECKED;

        private String prefix() {
            return name().toLowerCase(Locale.ROOT) + "-";
        }
    }

    /** It gets its name once it is locked, so that it is not taken for abandoned before. */
    public static RequestFolder create(Home home, Kind kind) throws IOException {
        Path made = Files.createTempDirectory(home.requests(), "new-");
        FolderLock lock = FolderLock.tryExclusive(made.resolve(LOCK)).orElseThrow();
        Path path = home.requests().resolve(kind.prefix() + made.getFileName());
        return new RequestFolder(Files.move(made, path), lock);
    }

    /** Deletes what dead processes have left. */
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
