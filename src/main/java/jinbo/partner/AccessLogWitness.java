package jinbo.partner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.verifier.Checkpoint;
import jinbo.accesslog.verifier.ConsistencyProof;
import jinbo.accesslog.verifier.MalformedException;
import jinbo.accesslog.verifier.VerifierKey;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.Receipt;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;

/**
 * Whether a manifest's or receipt's head of the association's access log is signed by the log's key, covers its entry and does
 * not contradict the head of the manifest before it: so every insurer is a witness that the log was never rewritten
 * ({@code exchange-formats/blocklist/v1/README.md}).
 *
 * @param key of the log, which the insurer has got from the association by a safe way
 */
record AccessLogWitness(VerifierKey key) {

    /**
     * @param last the list before it; its manifest was verified when it came
     * @return what was seen, or why the manifest cannot be genuine
     */
    VerificationResult<VerifiedList.LogConsistency> look(Manifest next, Optional<Manifest> last, Instant signedAt) {
        Optional<String> before = last.flatMap(Manifest::accessLogCheckpoint);
        if (next.accessLogCheckpoint().isEmpty()) {
            return new Genuine<>(
                    before.isEmpty() ? VerifiedList.LogConsistency.NOT_SEEN : VerifiedList.LogConsistency.FORKED,
                    signedAt);
        }
        String list = "list " + next.sequence();
        try {
            Checkpoint head = Checkpoint.open(next.accessLogCheckpoint().get(), key);
            if (next.accessLogIndex() >= head.size()) {
                return notCovered(list, next.accessLogIndex(), head);
            }
            boolean sound = before.isEmpty() || continues(head, before.get(), next.accessLogConsistency());
            return new Genuine<>(
                    sound ? VerifiedList.LogConsistency.SOUND : VerifiedList.LogConsistency.FORKED, signedAt);
        } catch (MalformedException e) {
            return noHead(list, e);
        }
    }

    /**
     * What is wrong with a receipt's head; nothing is with a receipt that has none, as those from before there were heads.
     *
     * @param held the list that is held, if its head was seen: two heads of one size must be the same. Of heads of different
     *     sizes only a proof could tell, and receipts have none.
     */
    Optional<NotGenuine<Receipt>> fault(Receipt receipt, Optional<VerifiedList> held) {
        if (receipt.accessLogCheckpoint().isEmpty()) {
            return Optional.empty();
        }
        String what = "the receipt for " + receipt.file();
        try {
            Checkpoint head = Checkpoint.open(receipt.accessLogCheckpoint().get(), key);
            if (receipt.accessLogIndex() >= head.size()) {
                return Optional.of(notCovered(what, receipt.accessLogIndex(), head));
            }
            Optional<String> other = held.filter(list -> list.log() != VerifiedList.LogConsistency.NOT_SEEN)
                    .flatMap(list -> list.manifest().accessLogCheckpoint());
            return other.isPresent() && contradicts(head, other.get())
                    ? Optional.of(new NotGenuine<>(
                            DeliveryFault.FORKED,
                            what + " names another head of the access log of " + head.size()
                                    + " entries than the manifest"
                                    + " of the list that is held: the log was rewritten or turned back. Keep both as evidence, and ask the"
                                    + " association why"))
                    : Optional.empty();
        } catch (MalformedException e) {
            return Optional.of(noHead(what, e));
        }
    }

    private boolean contradicts(Checkpoint head, String note) {
        try {
            Checkpoint other = Checkpoint.open(note, key);
            return head.size() == other.size() && !head.root().equals(other.root());
        } catch (MalformedException ofAnotherKey) {
            return false;
        }
    }

    private static <T> NotGenuine<T> notCovered(String what, long index, Checkpoint head) {
        return new NotGenuine<>(
                DeliveryFault.MALFORMED,
                what + " is entry " + index + " of an access log that has " + head.size() + "; tell the association");
    }

    private static <T> NotGenuine<T> noHead(String what, MalformedException e) {
        return new NotGenuine<>(
                DeliveryFault.FORGED,
                what + " contains an invalid head of the access log: " + e.getMessage() + "; tell the association");
    }

    private boolean continues(Checkpoint head, String before, Optional<List<String>> proof) throws MalformedException {
        return proof.isPresent() && ConsistencyProof.parse(proof.get()).proves(Checkpoint.open(before, key), head);
    }
}
