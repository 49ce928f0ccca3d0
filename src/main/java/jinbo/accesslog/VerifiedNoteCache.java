package jinbo.accesslog;

import java.util.LinkedHashMap;
import java.util.Map;
import jinbo.accesslog.tlog.Checkpoint;
import jinbo.accesslog.tlog.SignedNote;
import jinbo.accesslog.tlog.TlogException;
import jinbo.accesslog.tlog.VerifierKey;
import org.springframework.stereotype.Component;

/**
 * Reads signed notes of this log: whether one verifies depends on it and the key alone, and is found out once and not for each list
 * that names it.
 */
@Component
class VerifiedNoteCache {

    private static final int MOST = 100;

    /** Ten times what ours have; of a longer one nothing is kept. */
    private static final int LONGEST = 3000;

    private record Verified(String note, VerifierKey key) {}

    private final Map<Verified, Checkpoint> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Verified, Checkpoint> eldest) {
            return size() > MOST;
        }
    };

    /** @throws TlogException if it is no checkpoint of this log, or the key did not sign it */
    synchronized Checkpoint open(SignedNote note, VerifierKey key) throws TlogException {
        Verified asked = new Verified(note.toString(), key);
        Checkpoint before = known.get(asked);
        if (before != null) {
            return before;
        }
        Checkpoint checkpoint = Checkpoint.open(note, key);
        if (asked.note().length() <= LONGEST) {
            known.put(asked, checkpoint);
        }
        return checkpoint;
    }
}
