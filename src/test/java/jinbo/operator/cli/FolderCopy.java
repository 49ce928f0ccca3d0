package jinbo.operator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A home as it was, which can be put back while programs have it open: only what differs is touched, and the log is left
 * alone.
 *
 * @param original the folder
 * @param copy what it held
 */
record FolderCopy(Path original, Path copy) {

    private static final String LOG = "log";

    static FolderCopy of(Path original, Path copy) {
        FolderCopy made = new FolderCopy(original, copy);
        made.bring(original, copy, file -> true);
        return made;
    }

    /** Holds from now on what it holds now, but for some folders. */
    void renew(List<String> butFor) {
        bring(original, copy, file -> butFor.stream().noneMatch(file::startsWith));
    }

    /** Puts back what it held. */
    void putBack() {
        remove(original, file -> !Files.exists(copy.resolve(original.relativize(file)), LinkOption.NOFOLLOW_LINKS));
        bring(copy, original, file -> true);
    }

    /** Removes all that a folder holds but for what has a name. */
    static void clear(Path folder, String kept) {
        remove(folder, file -> !folder.relativize(file).startsWith(kept));
    }

    private static void remove(Path folder, Predicate<Path> which) {
        for (Path file :
                below(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
            if (which.test(file)) {
                run(() -> Files.delete(file));
            }
        }
    }

    private void bring(Path from, Path to, Predicate<Path> which) {
        run(() -> Files.createDirectories(to));
        for (Path file : below(from)) {
            Path name = from.relativize(file);
            Path there = to.resolve(name);
            if (!which.test(name)) {
                continue;
            }
            if (Files.isDirectory(file)) {
                run(() -> Files.createDirectories(there));
            } else if (!isSame(file, there)) {
                run(() -> Files.copy(
                        file, there, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES));
            }
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(other)
                    && Files.mismatch(one, other) < 0
                    && Files.getLastModifiedTime(one).equals(Files.getLastModifiedTime(other))
                    && Files.getPosixFilePermissions(one).equals(Files.getPosixFilePermissions(other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            !file.equals(folder) && !folder.relativize(file).startsWith(LOG))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface FileAction {
        void run() throws IOException;
    }

    private static void run(FileAction action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
