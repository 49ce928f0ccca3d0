package jinbo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the test server of this process keeps its data, by the process's id. A process that is killed, as PIT kills those that a
 * mutant keeps busy, leaves its server running: whoever comes next stops it.
 */
final class TestServerFolder {

    private static final String PREFIX = "jinbo-test-postgres-";

    private TestServerFolder() {}

    /** Of this process, empty. */
    static Path ofThisProcess() throws IOException {
        for (Path root : TestFolders.roots()) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, PREFIX + "*")) {
                for (Path folder : folders) {
                    if (!isAlive(folder)) {
                        stop(folder);
                    }
                }
            }
        }
        Path own = TestFolders.root().resolve(PREFIX + ProcessHandle.current().pid());
        remove(own);
        return own;
    }

    private static boolean isAlive(Path folder) {
        long process = Long.parseLong(folder.getFileName().toString().substring(PREFIX.length()));
        return process != ProcessHandle.current().pid()
                && ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }

    private static void stop(Path folder) throws IOException {
        Optional<ProcessHandle> server = server(folder);
        server.ifPresent(ProcessHandle::destroy);
        if (server.isEmpty()) {
            remove(folder);
        }
    }

    /** The server that works in a folder; another process may have got its id since. */
    private static Optional<ProcessHandle> server(Path folder) throws IOException {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        } catch (NoSuchFileException stopped) {
            return Optional.empty();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException | UncheckedIOException gone) {
            // another process clears it away at the same time
        }
    }
}
