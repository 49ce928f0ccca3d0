package jinbo.exchange.sftp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jinbo.exchange.sftp.DropException.DropFolderTooLargeException;

/** Selects the entries of a folder that are complete files with safe names. */
public final class FolderScanner {

    private final RemoteFiles remote;
    private final DropFolder folder;
    private final Predicate<String> skipped;
    private final Predicate<String> wanted;
    private final TreeSet<FileSnapshot> first = new TreeSet<>(Comparator.comparing(FileSnapshot::name));
    private int strange;
    private int beyond;

    public FolderScanner(RemoteFiles remote, DropFolder folder, Predicate<String> wanted) {
        this(remote, folder, FolderScanner::isUnfinished, wanted);
    }

    private FolderScanner(RemoteFiles remote, DropFolder folder, Predicate<String> skipped, Predicate<String> wanted) {
        this.remote = remote;
        this.folder = folder;
        this.skipped = skipped;
        this.wanted = wanted;
    }

    /** Scans for the test file of a check, which other scans skip. */
    public static FolderScanner forProbe(RemoteFiles remote, DropFolder folder, String probe) {
        return new FolderScanner(remote, folder, name -> !name.equals(probe), name -> true);
    }

    public FolderScan scan() {
        if (!remote.list(folder, this::add)) {
            beyond++;
        }
        return new FolderScan(new ArrayList<>(first), strange, beyond);
    }

    void each(Consumer<FileSnapshot> consumer) {
        boolean whole = remote.list(folder, (name, file) -> {
            if (!skipped.test(name) && file.regular() && SafeFileName.isSafe(name) && wanted.test(name)) {
                consumer.accept(new FileSnapshot(name, file.size(), file.modified()));
            }
        });
        if (!whole) {
            throw new DropFolderTooLargeException(remote.party(), folder);
        }
    }

    private void add(String name, RemoteFiles.Attributes file) {
        if (skipped.test(name)) {
            return;
        }
        if (!file.regular() || !SafeFileName.isSafe(name)) {
            strange++;
            return;
        }
        if (!wanted.test(name)) {
            return;
        }
        first.add(new FileSnapshot(name, file.size(), file.modified()));
        if (first.size() > FolderScan.MAX_FILES) {
            first.pollLast();
            beyond++;
        }
    }

    /** Senders use these names until a file is complete. */
    private static boolean isUnfinished(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".") || lower.endsWith(".part") || lower.endsWith(".tmp");
    }

    /**
     * The files in {@code upload/} or {@code download/} at one moment.
     *
     * @param strange how many entries do not belong there: folders, links, devices, unsafe names
     * @param beyond how many more files than {@link #MAX_FILES} there are, plus one if the server's listing did not
     *     end; a later scan finds them
     */
    public record FolderScan(List<FileSnapshot> files, int strange, int beyond) {

        /** Limits the memory for a folder with millions of files. */
        public static final int MAX_FILES = 10_000;

        public FolderScan {
            files = List.copyOf(files);
        }
    }
}
