package jinbo.accesslog.verifier;

import java.nio.file.Path;
import java.util.Optional;

/** Verifies a self-contained proof that an entry is in the log (C2SP {@code tlog-proof}). */
public final class VerifyProof {

    private static final int LONGEST_ENTRY = 65_535;

    /** @param entry a file with the entry's bytes; not needed if the proof contains the entry */
    public VerificationOutcome verify(Path key, Path proof, Optional<Path> entry) {
        try {
            VerifierKey verifierKey = VerifyLog.readKey(key);
            TlogProof read =
                    RetainedEvidence.read(proof, TlogProof.MOST_BYTES, bytes -> TlogProof.read(bytes, verifierKey));
            byte[] bytes = entry.isPresent()
                    ? RetainedEvidence.read(entry.get(), LONGEST_ENTRY, all -> all)
                    : read.entry()
                            .orElseThrow(() ->
                                    VerificationStoppedException.unreadable(proof, Finding.of(Fault.ENTRY_NOT_GIVEN)));
            return judge(proof, read, bytes);
        } catch (VerificationStoppedException e) {
            return e.outcome();
        }
    }

    private static VerificationOutcome judge(Path file, TlogProof proof, byte[] entry) {
        Checkpoint checkpoint = proof.checkpoint();
        if (proof.index() >= checkpoint.size()) {
            return new VerificationOutcome.Unreadable(
                    file.toString(), Finding.of(Fault.INDEX_BEYOND_SIZE, proof.index(), checkpoint.size()));
        }
        try {
            LogEntry.read(entry);
        } catch (MalformedException e) {
            return new VerificationOutcome.Unreadable(file.toString(), e.finding());
        }
        return proof.inclusion().proves(entry, proof.index(), checkpoint)
                ? new VerificationOutcome.Included(checkpoint.origin(), proof.index(), checkpoint.size())
                : new VerificationOutcome.Unreadable(file.toString(), Finding.of(Fault.INCLUSION_WRONG));
    }
}
