package jinbo.accesslog.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares kept checkpoints with the roots that the log in the export had when it was as long. */
final class CompareRetainedCheckpoints {

    private final Map<Long, List<String>> filesBySize = new TreeMap<>();
    private final Map<String, Checkpoint> checkpoints;
    private Optional<String> forked = Optional.empty();
    private long agreed;

    CompareRetainedCheckpoints(Map<String, Checkpoint> checkpoints) {
        this.checkpoints = checkpoints;
        checkpoints.forEach((file, checkpoint) -> filesBySize
                .computeIfAbsent(checkpoint.size(), size -> new ArrayList<>())
                .add(file));
    }

    /** Looks whether anything was kept of this size. */
    void compare(Frontier frontier) {
        List<String> files = filesBySize.remove(frontier.size());
        if (files == null || forked.isPresent()) {
            return;
        }
        Hash root = frontier.root();
        forked = files.stream()
                .filter(file -> !checkpoints.get(file).root().equals(root))
                .findFirst();
        if (forked.isEmpty()) {
            agreed = frontier.size();
        }
    }

    /** Up to which size the export is known to be what was signed. */
    long agreed() {
        return agreed;
    }

    /** The file of the first checkpoint that does not agree. */
    Optional<String> forked() {
        return forked;
    }

    /** The file of the first checkpoint of a longer log than this. */
    Optional<String> newerThan(long size) {
        return checkpoints.entrySet().stream()
                .filter(kept -> kept.getValue().size() > size)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
