package jinbo.accesslog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jinbo.accesslog.tlog.Checkpoint;
import jinbo.accesslog.tlog.SignedNote;
import jinbo.accesslog.tlog.TlogException;
import jinbo.accesslog.tlog.VerifierKey;
import org.springframework.stereotype.Component;

/** The checkpoint that was signed last, verified, from the home; what the log must continue. */
@Component
record LastSignedCheckpoint(CheckpointFile kept, CheckpointTable table, VerifiedNoteCache notes) {

    /** A verified checkpoint. */
    record Signed(Checkpoint head, SignedNote note, String file) {

        /** The log has fewer entries. */
        LogFindingException longerThan(long entries) {
            return new LogFindingException(
                    Alarm.Kind.LOG_SHORTER_THAN_CHECKPOINT, entries + " entries instead of " + head.size() + where());
        }

        /** The log is not continued from it. */
        LogFindingException notContinued() {
            return new LogFindingException(
                    Alarm.Kind.LOG_CONTRADICTS_CHECKPOINT, "the checkpoint of " + head.size() + " entries" + where());
        }

        private String where() {
            return file.equals(CheckpointFile.LATEST) ? "" : ", checkpoints/" + file;
        }
    }

    /**
     * @return empty if none was ever signed
     * @throws LogFindingException if it is missing though there were some, or the key did not sign it
     */
    Optional<Signed> read(VerifierKey key) {
        Optional<String> text = kept.read();
        if (text.isEmpty()) {
            if (table.last().isPresent() || kept.existsBefore()) {
                throw new LogFindingException(
                        Alarm.Kind.CHECKPOINT_MISSING, "checkpoints/" + CheckpointFile.LATEST + " in the home");
            }
            return Optional.empty();
        }
        return Optional.of(verified(CheckpointFile.LATEST, text.get(), key));
    }

    /**
     * Reads and verifies that of the newest day: it is newer than the last one only if that was put back.
     *
     * @throws LogFindingException if the key did not sign it
     */
    Optional<Signed> ofNewestDay(VerifierKey key) {
        return kept.ofNewestDay().map(day -> verified(day.getKey(), day.getValue(), key));
    }

    /** @throws LogFindingException if the key did not sign one */
    List<Signed> ofDays(VerifierKey key) {
        return kept.ofDays().entrySet().stream()
                .map(day -> verified(day.getKey(), day.getValue(), key))
                .toList();
    }

    /**
     * The same, and only the one of the most entries is verified.
     *
     * @throws LogFindingException if the key did not sign that one, or one says no number of entries
     */
    Optional<Signed> largestOfDays(VerifierKey key) {
        return kept.ofDays().entrySet().stream()
                .max(Comparator.comparingLong(day -> size(day.getKey(), day.getValue())))
                .map(day -> verified(day.getKey(), day.getValue(), key));
    }

    private Signed verified(String file, String text, VerifierKey key) {
        try {
            SignedNote note = SignedNote.parse(text);
            return new Signed(notes.open(note, key), note, file);
        } catch (TlogException e) {
            throw notSigned(file, e);
        }
    }

    private static long size(String file, String text) {
        try {
            return Checkpoint.parse(SignedNote.parse(text).text()).size();
        } catch (TlogException e) {
            throw notSigned(file, e);
        }
    }

    private static LogFindingException notSigned(String file, TlogException e) {
        return new LogFindingException(Alarm.Kind.CHECKPOINT_NOT_SIGNED, "checkpoints/" + file + ": " + e.getMessage());
    }

    /** All of them as they lie there, not verified. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>(kept.ofDays());
        kept.read().ifPresent(last -> texts.put(CheckpointFile.LATEST, last));
        return texts;
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
