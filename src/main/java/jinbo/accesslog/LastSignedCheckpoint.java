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

/** Reads and verifies the checkpoints in the home directory; the log must continue the last one. */
@Component
record LastSignedCheckpoint(CheckpointFile kept, CheckpointTable table, VerifiedNoteCache notes) {

    record Signed(Checkpoint head, SignedNote note, String file) {

        LogFindingException longerThan(long entries) {
            return new LogFindingException(
                    Alarm.Kind.LOG_SHORTER_THAN_CHECKPOINT, entries + " entries instead of " + head.size() + where());
        }

        LogFindingException notContinued() {
            return new LogFindingException(
                    Alarm.Kind.LOG_CONTRADICTS_CHECKPOINT, "the checkpoint of " + head.size() + " entries" + where());
        }

        private String where() {
            return file.equals(CheckpointFile.LATEST) ? "" : ", checkpoints/" + file;
        }
    }

    /** @throws LogFindingException if it is missing although others exist, or the key did not sign it */
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

    /** The newest day's checkpoint; it is newer than the last one only if somebody put back an older last one. */
    Optional<Signed> ofNewestDay(VerifierKey key) {
        return kept.ofNewestDay().map(day -> verified(day.getKey(), day.getValue(), key));
    }

    List<Signed> ofDays(VerifierKey key) {
        return kept.ofDays().entrySet().stream()
                .map(day -> verified(day.getKey(), day.getValue(), key))
                .toList();
    }

    /** Of the checkpoints of days, the one with the most entries. Only this one is verified. */
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

    /** The texts of the last checkpoint and of those of days, by file name, not verified. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>(kept.ofDays());
        kept.read().ifPresent(last -> texts.put(CheckpointFile.LATEST, last));
        return texts;
    }

    /** True if two people have accepted that the log does not continue this checkpoint or a later one. */
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
