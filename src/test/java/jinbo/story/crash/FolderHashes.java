package jinbo.story.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jinbo.platform.files.Sha256;

/** What lies in folders. */
final class FolderHashes {

    private FolderHashes() {}

    /** The names in a folder, sorted; none if it is not there. */
    static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of each file in a folder that does not count as a draft, by its name. */
    static Map<String, String> hashes(Path folder) {
        Map<String, String> hashes = new TreeMap<>();
        for (String name : names(folder)) {
            if (!name.endsWith(".part")) {
                try (InputStream in = Files.newInputStream(folder.resolve(name))) {
                    hashes.put(name, Sha256.of(in));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return hashes;
    }
}
