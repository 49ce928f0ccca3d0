package jinbo.partner;

import java.util.List;
import java.util.Optional;
import jinbo.exchange.Manifest;
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
     * What is wrong.
     *
     * @param last the list that is applied; its manifest was verified when it came
     */
    Optional<NotGenuine<VerifiedList>> fault(Manifest next, Optional<Manifest> last) {
        Optional<String> before = last.flatMap(Manifest::accessLogCheckpoint);
        String list = "list " + next.sequence();
        if (next.accessLogCheckpoint().isEmpty()) {
            return before.isEmpty()
                    ? Optional.empty()
                    : wrong(
                            DeliveryFault.FORKED,
                            list + " names no head of the access log though the list before it did");
        }
        try {
            Checkpoint head = Checkpoint.open(next.accessLogCheckpoint().get(), key);
            if (next.accessLogIndex() >= head.size()) {
                return wrong(
                        DeliveryFault.MALFORMED,
                        list + " is entry " + next.accessLogIndex() + " of an access log that has " + head.size());
            }
            return before.isEmpty() || continues(head, before.get(), next.accessLogConsistency())
                    ? Optional.empty()
                    : wrong(
                            DeliveryFault.FORKED,
                            list + " names a head of the access log that does not continue the one of the list before"
                                    + " it: the log was rewritten");
        } catch (MalformedException e) {
            return wrong(
                    DeliveryFault.FORGED, list + " names a head of the access log that is none: " + e.getMessage());
        }
    }

    private boolean continues(Checkpoint head, String before, Optional<List<String>> proof) throws MalformedException {
        return proof.isPresent() && ConsistencyProof.parse(proof.get()).proves(Checkpoint.open(before, key), head);
    }

    private static Optional<NotGenuine<VerifiedList>> wrong(DeliveryFault fault, String what) {
        return Optional.of(new NotGenuine<>(fault, what + "; keep both manifests and tell the association"));
    }
}
