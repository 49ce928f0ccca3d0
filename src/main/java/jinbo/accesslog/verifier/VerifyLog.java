package jinbo.accesslog.verifier;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Says whether a log is whole, from files alone ({@code exchange-formats/access-log/v1}).
 *
 * @param tolerance by how much an entry may have been written before one that stands before it
 */
public record VerifyLog(Duration tolerance, VerificationProgressListener verificationProgressListener) {

    /** Entries are put into the tree by one sequencer and written by many: neighbours may stand the other way round. */
    public static final Duration USUAL_TOLERANCE = Duration.ofMinutes(10);

    /**
     * Verifies an export, and holds it against what was kept elsewhere.
     *
     * @param key file with the verifier key, which the auditor did not get with the export
     * @param checkpoints files with signed notes
     * @param answers files with manifests or receipts, opened (JSON)
     */
    public VerificationOutcome verify(Path key, Path export, List<Path> checkpoints, List<Path> answers) {
        try {
            VerifierKey verifierKey = readKey(key);
            ExportFolder folder = new ExportFolder(export);
            Checkpoint checkpoint = checkpointOf(folder, verifierKey);
            folder.compareKey(verifierKey);
            RetainedEvidence retainedEvidence = RetainedEvidence.read(checkpoints, answers, verifierKey);
            return new ExportScan(folder, checkpoint, tolerance, retainedEvidence).run(verificationProgressListener);
        } catch (VerificationStoppedException e) {
            return e.outcome();
        }
    }

    static VerifierKey readKey(Path file) throws VerificationStoppedException {
        return RetainedEvidence.read(file, VerifierKey.MOST_BYTES, bytes -> VerifierKey.parse(NoteText.of(bytes)));
    }

    private static Checkpoint checkpointOf(ExportFolder folder, VerifierKey key) throws VerificationStoppedException {
        byte[] note = folder.checkpoint();
        try {
            return Checkpoint.open(note, key);
        } catch (MalformedException e) {
            throw VerificationStoppedException.unreadable(ExportFolder.CHECKPOINT, e.finding());
        }
    }

    @FunctionalInterface
    public interface VerificationProgressListener {
        void onProgress(long done, long total);
    }
}
