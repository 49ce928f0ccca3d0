package jinbo.exchange.sftp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import jinbo.exchange.sftp.FolderScanner.FolderScan;

/**
 * Scans {@code upload/} twice, and separates unchanged files from files that are still being written.
 *
 * @param between the pause between the scans, at least two seconds, because SFTP has times in whole seconds
 */
public record UploadStabilityCheck(Sleeper sleeper, Duration between) {

    public static final Duration MIN_INTERVAL = Duration.ofSeconds(2);

    public UploadStabilityCheck {
        if (between.compareTo(MIN_INTERVAL) < 0) {
            throw new IllegalArgumentException(
                    "Between two looks must lie at least " + MIN_INTERVAL + ", not " + between);
        }
    }

    /** Does not wait if the folder is empty. If the pause ends early, all files count as changing. */
    public Result on(DropSession drop) {
        return on(drop::scan);
    }

    public Result on(Supplier<FolderScan> scan) {
        FolderScan before = scan.get();
        if (before.files().isEmpty()) {
            return new Result(List.of(), List.of(), before.strange(), before.beyond());
        }
        if (!sleeper.sleep(between)) {
            return new Result(List.of(), before.files(), before.strange(), before.beyond());
        }
        FolderScan after = scan.get();
        Set<FileSnapshot> seen = new HashSet<>(before.files());
        List<FileSnapshot> whole = new ArrayList<>();
        List<FileSnapshot> changing = new ArrayList<>();
        for (FileSnapshot fileSnapshot : after.files()) {
            (seen.contains(fileSnapshot) ? whole : changing).add(fileSnapshot);
        }
        return new Result(whole, changing, after.strange(), after.beyond());
    }

    public record Result(List<FileSnapshot> stable, List<FileSnapshot> changing, int strange, int beyond) {

        public Result {
            stable = List.copyOf(stable);
            changing = List.copyOf(changing);
        }
    }
}
