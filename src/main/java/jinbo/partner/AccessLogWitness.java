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
 * Verifies the access log checkpoint in a manifest or receipt. It must be signed by the log's key, cover the log entry
 * of the file, and not contradict the checkpoint of the previous manifest. So every insurer is a witness of the log
 * ({@code exchange-formats/blocklist/v1/README.md}).
 */
record AccessLogWitness(VerifierKey key) {

    VerificationResult<VerifiedList.LogConsistency> verify(Manifest next, Optional<Manifest> last, Instant signedAt) {
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
                return entryNotCovered(list, next.accessLogIndex(), head);
            }
            boolean sound = before.isEmpty() || continues(head, before.get(), next.accessLogConsistency());
            return new Genuine<>(
                    sound ? VerifiedList.LogConsistency.SOUND : VerifiedList.LogConsistency.FORKED, signedAt);
        } catch (MalformedException e) {
            return malformedCheckpoint(list, e);
        }
    }

    /** The fault of a receipt's checkpoint, compared with that of the held list if both have the same size. */
    Optional<NotGenuine<Receipt>> fault(Receipt receipt, Optional<VerifiedList> held) {
        if (receipt.accessLogCheckpoint().isEmpty()) {
            return Optional.empty();
        }
        String what = "the receipt for " + receipt.file();
        try {
            Checkpoint head = Checkpoint.open(receipt.accessLogCheckpoint().get(), key);
            if (receipt.accessLogIndex() >= head.size()) {
                return Optional.of(entryNotCovered(what, receipt.accessLogIndex(), head));
            }
            Optional<String> other = held.flatMap(list -> list.manifest().accessLogCheckpoint());
            return other.isPresent() && contradicts(head, other.get())
                    ? Optional.of(
                            DeliveryFault.FORKED.found(what + " names another head of the access log of " + head.size()
                                    + " entries than the manifest"
                                    + " of the list that is held: the log was rewritten or turned back. Keep both as evidence, and ask the"
                                    + " association why"))
                    : Optional.empty();
        } catch (MalformedException e) {
            return Optional.of(malformedCheckpoint(what, e));
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

    private static <T> NotGenuine<T> entryNotCovered(String what, long index, Checkpoint head) {
        return DeliveryFault.MALFORMED.found(
                what + " is entry " + index + " of an access log that has " + head.size() + "; tell the association");
    }

    private static <T> NotGenuine<T> malformedCheckpoint(String what, MalformedException e) {
        return DeliveryFault.FORGED.found(
                what + " contains an invalid head of the access log: " + e.getMessage() + " Tell the association");
    }

    private boolean continues(Checkpoint head, String before, Optional<List<String>> proof) throws MalformedException {
        return proof.isPresent() && ConsistencyProof.parse(proof.get()).proves(Checkpoint.open(before, key), head);
    }
}
