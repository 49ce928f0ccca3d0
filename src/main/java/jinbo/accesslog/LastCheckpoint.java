package jinbo.accesslog;

import java.util.Optional;
import jinbo.tlog.Checkpoint;
import jinbo.tlog.SignedNote;
import jinbo.tlog.TlogException;
import jinbo.tlog.VerifierKey;
import org.springframework.stereotype.Component;

/** The checkpoint that was signed last, verified, from the home; what the log must continue. */
@Component
class LastCheckpoint {

    /**
     * A verified checkpoint.
     *
     * @param head what it says
     * @param note as it was signed
     */
    record Signed(Checkpoint head, SignedNote note) {}

    private final KeptCheckpoint kept;
    private final CheckpointTable table;
    private final VerifiedNotes notes;

    LastCheckpoint(KeptCheckpoint kept, CheckpointTable table, VerifiedNotes notes) {
        this.kept = kept;
        this.table = table;
        this.notes = notes;
    }

    /**
     * Reads and verifies it.
     *
     * @return empty if none was ever signed
     * @throws FoundException if it is missing though there were some, or the key did not sign it
     */
    Optional<Signed> read(VerifierKey key) {
        Optional<String> text = kept.read();
        if (text.isEmpty()) {
            if (table.last().isPresent() || kept.anyBefore()) {
                throw new FoundException(
                        AlarmKind.CHECKPOINT_MISSING, "checkpoints/" + KeptCheckpoint.LATEST + " in the home");
            }
            return Optional.empty();
        }
        try {
            SignedNote note = SignedNote.parse(text.get());
            return Optional.of(new Signed(notes.open(note, key), note));
        } catch (TlogException e) {
            throw new FoundException(
                    AlarmKind.CHECKPOINT_NOT_SIGNED, "checkpoints/" + KeptCheckpoint.LATEST + ": " + e.getMessage());
        }
    }

    /** As it lies there, not verified. */
    Optional<String> text() {
        return kept.read();
    }

    /** Whether two people have let the log break with this checkpoint, or with one that came after it. */
    boolean isAside(Checkpoint earlier, VerifierKey key) {
        return kept.aside().stream().anyMatch(text -> {
            try {
                return Checkpoint.open(SignedNote.parse(text), key).size() >= earlier.size();
            } catch (TlogException notSigned) {
                return false;
            }
        });
    }
}
