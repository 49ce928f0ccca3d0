package jinbo.accesslog;

import java.util.LinkedHashMap;
import java.util.Map;
import jinbo.accesslog.tlog.Checkpoint;
import jinbo.accesslog.tlog.SignedNote;
import jinbo.accesslog.tlog.TlogException;
import jinbo.accesslog.tlog.VerifierKey;
import org.springframework.stereotype.Component;

/** Opens signed notes of this log and caches the result, because many lists name the same note. */
@Component
class VerifiedNoteCache {

    private static final int MOST = 100;

    /** Ten times the usual length; longer notes are not cached. */
    private static final int LONGEST = 3000;

    private record Verified(String note, VerifierKey key) {}

    private final Map<Verified, Checkpoint> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Verified, Checkpoint> eldest) {
            return size() > MOST;
        }
    };

    /** @throws TlogException if it is not a checkpoint of this log, or the key did not sign it */
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
