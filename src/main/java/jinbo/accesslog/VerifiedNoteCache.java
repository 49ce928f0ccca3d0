package jinbo.accesslog;

import java.util.LinkedHashMap;
import java.util.Map;
import jinbo.accesslog.tlog.Checkpoint;
import jinbo.accesslog.tlog.SignedNote;
import jinbo.accesslog.tlog.TlogException;
import jinbo.accesslog.tlog.VerifierKey;
import org.springframework.stereotype.Component;

/** Opens this log's checkpoints (signed notes) and caches them, because many manifests contain the same one. */
@Component
class VerifiedNoteCache {

    private static final int MOST = 100;

    /** Ten times the usual length; longer notes are not cached. */
    private static final int LONGEST = 3000;

    private record Verified(String note, VerifierKey key) {}

    private final Map<Verified, Checkpoint> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Verified, Checkpoint> eldest) {
            return size() > MOST;
        }
    };

    /** @throws TlogException if the note is not a checkpoint of this log, or the key did not sign it */
    synchronized Checkpoint open(SignedNote note, VerifierKey key) throws TlogException {
        Verified cacheKey = new Verified(note.toString(), key);
        Checkpoint cached = known.get(cacheKey);
        if (cached != null) {
            return cached;
        }
        Checkpoint checkpoint = Checkpoint.open(note, key);
        if (cacheKey.note().length() <= LONGEST) {
            known.put(cacheKey, checkpoint);
        }
        return checkpoint;
    }
}
