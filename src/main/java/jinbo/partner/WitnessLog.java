package jinbo.partner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.Manifest;
import jinbo.partner.Checked.Genuine;
import jinbo.partner.Checked.NotGenuine;
import jinbo.verify.Checkpoint;
import jinbo.verify.ConsistencyProof;
import jinbo.verify.MalformedException;
import jinbo.verify.VerifierKey;

/**
 * Whether a manifest's head of the association's access log is signed by the log's key, covers the manifest's entry and
 * continues the head of the manifest before it: so every insurer is a witness that the log was never rewritten
 * ({@code exchange-formats/blocklist/v1/README.md}).
 *
 * @param key of the log, which the insurer has got from the association by a safe way
 */
record WitnessLog(VerifierKey key) {

    /**
     * Looks.
     *
     * @param last the list before it; its manifest was verified when it came
     * @return what was seen, or why the manifest cannot be genuine
     */
    Checked<LogWitness> look(Manifest next, Optional<Manifest> last, Instant signedAt) {
        Optional<String> before = last.flatMap(Manifest::accessLogCheckpoint);
        if (next.accessLogCheckpoint().isEmpty()) {
            return new Genuine<>(before.isEmpty() ? LogWitness.NOT_SEEN : LogWitness.FORKED, signedAt);
        }
        String list = "list " + next.sequence();
        try {
            Checkpoint head = Checkpoint.open(next.accessLogCheckpoint().get(), key);
            if (next.accessLogIndex() >= head.size()) {
                return new NotGenuine<>(
                        DeliveryFault.MALFORMED,
                        list + " is entry " + next.accessLogIndex() + " of an access log that has " + head.size()
                                + "; tell the association");
            }
            boolean sound = before.isEmpty() || continues(head, before.get(), next.accessLogConsistency());
            return new Genuine<>(sound ? LogWitness.SOUND : LogWitness.FORKED, signedAt);
        } catch (MalformedException e) {
            return new NotGenuine<>(
                    DeliveryFault.FORGED,
                    list + " names a head of the access log that is none: " + e.getMessage()
                            + "; tell the association");
        }
    }

    private boolean continues(Checkpoint head, String before, Optional<List<String>> proof) throws MalformedException {
        return proof.isPresent() && ConsistencyProof.parse(proof.get()).proves(Checkpoint.open(before, key), head);
    }
}
