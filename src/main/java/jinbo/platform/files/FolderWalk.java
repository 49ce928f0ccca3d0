package jinbo.platform.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists a folder recursively. Files that vanish meanwhile are ignored. */
public record FolderWalk(Path folder) {

    /** All files and folders, including the folder itself, sorted by path. */
    public List<Path> all() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                found.add(visited);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return unlessGone(failure);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                return failure == null ? FileVisitResult.CONTINUE : unlessGone(failure);
            }
        });
        return found.stream().sorted().toList();
    }

    /** Like {@link #list}, but without a folder there are no entries. */
    public static List<Path> listIfPresent(Path folder) throws IOException {
        return Files.isDirectory(folder) ? list(folder) : List.of();
    }

    /** The entries of a folder, ordered by path. */
    public static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Deletes a folder, if it is there, with its files. */
    public static void delete(Path folder) throws IOException {
        for (Path file : listIfPresent(folder)) {
            Files.delete(file);
        }
        Files.deleteIfExists(folder);
    }

    private static FileVisitResult unlessGone(IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
