package jinbo.drop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;

/** Decides which entries of {@code upload/} may be taken. */
final class UploadFolder {

    private final RemoteFiles remote;
    private final TreeSet<Sighting> first = new TreeSet<>(Comparator.comparing(Sighting::name));
    private int strange;
    private int beyond;

    UploadFolder(RemoteFiles remote) {
        this.remote = remote;
    }

    Look look() {
        remote.list(DropFolder.UPLOAD, this::see);
        return new Look(new ArrayList<>(first), strange, beyond);
    }

    private void see(String name, RemoteFile file) {
        if (isUnfinished(name)) {
            return;
        }
        if (!file.regular() || !PlainName.is(name)) {
            strange++;
            return;
        }
        first.add(new Sighting(name, file.size(), file.modified()));
        if (first.size() > Look.MOST) {
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
