package jinbo.accesslog.verifier;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Verifies an exported log from files alone ({@code exchange-formats/access-log/v1}).
 *
 * @param tolerance by how much an entry may be older than a preceding one
 */
public record VerifyLog(Duration tolerance, VerificationProgressListener verificationProgressListener) {

    /** Several processes write entries, and one assigns indexes, so a later index may have an earlier time. */
    public static final Duration USUAL_TOLERANCE = Duration.ofMinutes(10);

    /**
     * Verifies an export and compares it with retained evidence.
     *
     * @param key a file with the verifier key, from another source than the export
     * @param checkpoints files with checkpoints (signed notes)
     * @param answers files with decrypted manifests or receipts (JSON)
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
