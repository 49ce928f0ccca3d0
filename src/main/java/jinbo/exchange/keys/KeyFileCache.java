package jinbo.exchange.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what came out of key files until they change: to derive a key from a passphrase costs half a second. */
final class KeyFileCache {

    private final Map<Path, Opened> opened = new HashMap<>();

    @FunctionalInterface
    interface Reader<T> {
        T read(Path file) throws IOException;
    }

    /** What came out of a file, as long as it is the same file. */
    private record Opened(List<Object> signs, Object keys) {

        static Opened of(BasicFileAttributes file, Object keys) {
            return new Opened(signs(file), keys);
        }

        boolean isOf(BasicFileAttributes file) {
            return signs.equals(signs(file));
        }

        private static List<Object> signs(BasicFileAttributes file) {
            return List.of(Optional.ofNullable(file.fileKey()), file.lastModifiedTime(), file.size());
        }
    }

    /** What is in a file; it is read if it has changed. */
    synchronized <T> T get(Path file, Class<T> kind, Reader<? extends T> reader) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Optional<Opened> before = Optional.ofNullable(opened.get(file)).filter(known -> known.isOf(now));
        if (before.isPresent()) {
            return kind.cast(before.get().keys());
        }
        T keys = reader.read(file);
        opened.put(file, Opened.of(now, keys));
        return keys;
    }
}
