package jinbo.exchange.sftp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Takes two looks at {@code upload/} and tells the files that have not changed between them from those still being written. */
public final class UploadStabilityCheck {

    public static final Duration MIN_INTERVAL = Duration.ofSeconds(2);

    private final Sleeper sleeper;
    private final Duration between;

    /**
     * @param between the time from one look to the next, at least two seconds: SFTP gives times in whole seconds, so a change
     *     within the same one can only be seen by the size
     * @throws IllegalArgumentException if it is shorter
     */
    public UploadStabilityCheck(Sleeper sleeper, Duration between) {
        if (between.compareTo(MIN_INTERVAL) < 0) {
            throw new IllegalArgumentException(
                    "Between two looks must lie at least " + MIN_INTERVAL + ", not " + between);
        }
        this.sleeper = sleeper;
        this.between = between;
    }

    /** Looks, waits, looks again. An empty folder is not waited for; of a pause that was cut short, nothing is whole. */
    public Result on(DropSession drop) {
        return on(drop::scan);
    }

    /** The same by looks of the caller's own. */
    public Result on(Supplier<FolderScan> looking) {
        FolderScan before = looking.get();
        if (before.files().isEmpty()) {
            return new Result(List.of(), List.of(), before.strange(), before.beyond());
        }
        if (!sleeper.sleep(between)) {
            return new Result(List.of(), before.files(), before.strange(), before.beyond());
        }
        FolderScan after = looking.get();
        Set<FileSnapshot> seen = new HashSet<>(before.files());
        List<FileSnapshot> whole = new ArrayList<>();
        List<FileSnapshot> changing = new ArrayList<>();
        for (FileSnapshot fileSnapshot : after.files()) {
            (seen.contains(fileSnapshot) ? whole : changing).add(fileSnapshot);
        }
        return new Result(whole, changing, after.strange(), after.beyond());
    }

    /**
     * @param stable files of the same size and time in both, by name: these may be fetched
     * @param changing files that are new or have changed: left for the next run
     * @param strange as in {@link FolderScan}
     * @param beyond as in {@link FolderScan}
     */
    public record Result(List<FileSnapshot> stable, List<FileSnapshot> changing, int strange, int beyond) {

        public Result {
            stable = List.copyOf(stable);
            changing = List.copyOf(changing);
        }
    }
}
