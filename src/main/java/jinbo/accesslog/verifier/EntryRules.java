package jinbo.accesslog.verifier;

import java.time.Duration;
import java.time.Instant;

/** What entries owe each other: times that rise, ids that are unique, intents and results that go together. */
final class EntryRules {

    private final Duration tolerance;
    private final AccessPairs pairs = new AccessPairs();
    private Instant latest = Instant.MIN;

    /** @param tolerance by how much an entry may have been written before one that stands before it */
    EntryRules(Duration tolerance) {
        this.tolerance = tolerance;
    }

    void add(long index, LogEntry entry) throws MalformedException {
        Instant at = entry.at();
        if (latest.isAfter(at) && Duration.between(at, latest).compareTo(tolerance) > 0) {
            throw new MalformedException(Fault.TIME_GOES_BACK, at, latest);
        }
        latest = latest.isAfter(at) ? latest : at;
        pairs.add(index, entry);
    }

    AccessPairs pairs() {
        return pairs;
    }
}
