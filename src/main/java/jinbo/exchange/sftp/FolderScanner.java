package jinbo.exchange.sftp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Decides which entries of a folder may be taken. */
public final class FolderScanner {

    private final RemoteFiles remote;
    private final DropFolder folder;
    private final Predicate<String> passedOver;
    private final Predicate<String> wanted;
    private final TreeSet<FileSnapshot> first = new TreeSet<>(Comparator.comparing(FileSnapshot::name));
    private int strange;
    private int beyond;

    public FolderScanner(RemoteFiles remote, DropFolder folder, Predicate<String> wanted) {
        this(remote, folder, FolderScanner::isUnfinished, wanted);
    }

    private FolderScanner(
            RemoteFiles remote, DropFolder folder, Predicate<String> passedOver, Predicate<String> wanted) {
        this.remote = remote;
        this.folder = folder;
        this.passedOver = passedOver;
        this.wanted = wanted;
    }

    /** Looks for one file that everybody else passes over, as for the others. */
    public static FolderScanner forProbe(RemoteFiles remote, DropFolder folder, String probe) {
        return new FolderScanner(remote, folder, name -> !name.equals(probe), name -> true);
    }

    public FolderScan look() {
        if (!remote.list(folder, this::see)) {
            beyond++;
        }
        return new FolderScan(new ArrayList<>(first), strange, beyond);
    }

    /** @throws DropFolderTooLargeException if there are more than anybody can look through */
    void each(Consumer<FileSnapshot> consumer) {
        boolean whole = remote.list(folder, (name, file) -> {
            if (!passedOver.test(name) && file.regular() && SafeFileName.is(name) && wanted.test(name)) {
                consumer.accept(new FileSnapshot(name, file.size(), file.modified()));
            }
        });
        if (!whole) {
            throw new DropFolderTooLargeException(remote.party(), folder);
        }
    }

    private void see(String name, RemoteFiles.Attributes file) {
        if (passedOver.test(name)) {
            return;
        }
        if (!file.regular() || !SafeFileName.is(name)) {
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

    /** Senders write under these names until a file is whole; some on Windows turn them into capitals. */
    private static boolean isUnfinished(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".") || lower.endsWith(".part") || lower.endsWith(".tmp");
    }
}
