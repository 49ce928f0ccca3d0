package jinbo.exchange.sftp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Takes two looks at {@code upload/} and tells the files that have not changed between them from those still being written. */
public final class UploadStabilityCheck {

    static final Duration LEAST = Duration.ofSeconds(2);

    private final Sleeper pause;
    private final Duration between;

    /**
     * @param between the time from one look to the next, at least two seconds: SFTP gives times in whole seconds, so a change
     *     within the same one can only be seen by the size
     * @throws IllegalArgumentException if it is shorter
     */
    public UploadStabilityCheck(Sleeper pause, Duration between) {
        if (between.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("Between two looks must lie at least " + LEAST + ", not " + between);
        }
        this.pause = pause;
        this.between = between;
    }

    /** Looks, waits, looks again. An empty folder is not waited for; of a pause that was cut short, nothing is whole. */
    public Settled on(DropSession drop) {
        return on(drop::look);
    }

    /** The same by looks of the caller's own. */
    Settled on(Supplier<FolderScan> looking) {
        FolderScan before = looking.get();
        if (before.sightings().isEmpty()) {
            return new Settled(List.of(), List.of(), before.strange(), before.beyond());
        }
        if (!pause.hold(between)) {
            return new Settled(List.of(), before.sightings(), before.strange(), before.beyond());
        }
        FolderScan after = looking.get();
        Set<FileSnapshot> seen = new HashSet<>(before.sightings());
        List<FileSnapshot> whole = new ArrayList<>();
        List<FileSnapshot> changing = new ArrayList<>();
        for (FileSnapshot sighting : after.sightings()) {
            (seen.contains(sighting) ? whole : changing).add(sighting);
        }
        return new Settled(whole, changing, after.strange(), after.beyond());
    }
}
