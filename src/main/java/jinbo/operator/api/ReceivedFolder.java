package jinbo.operator.api;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.platform.home.FolderLock;
import jinbo.platform.home.Home;
import org.springframework.util.FileSystemUtils;

/**
 * A folder of the home in which the files of one request lie until it is closed. A lock that ends with the process tells it from one
 * that a dead process has left.
 */
record ReceivedFolder(Path path, FolderLock lock) implements Closeable {

    private static final String PREFIX = "received-";
    private static final String LOCK = "lock";

    /** It gets its name once it is locked, so that it is not taken for abandoned before. */
    static ReceivedFolder create(Home home) throws IOException {
        Path made = Files.createTempDirectory(home.requests(), "new-");
        FolderLock lock = FolderLock.tryExclusive(made.resolve(LOCK)).orElseThrow();
        Path path = home.requests().resolve(PREFIX + made.getFileName());
        return new ReceivedFolder(Files.move(made, path), lock);
    }

    /** Deletes what dead processes have left. */
    static void deleteAbandoned(Home home) throws IOException {
        DirectoryStream.Filter<Path> isReceived =
                path -> String.valueOf(path.getFileName()).startsWith(PREFIX)
                        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(home.requests(), isReceived)) {
            for (Path folder : folders) {
                Optional<FolderLock> lock = FolderLock.tryExclusive(folder.resolve(LOCK));
                if (lock.isPresent()) {
                    new ReceivedFolder(folder, lock.get()).close();
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
