package jinbo.accesslog;

import java.util.List;
import java.util.Optional;
import jinbo.accesslog.tlog.Checkpoint;
import jinbo.accesslog.tlog.ConsistencyProof;
import jinbo.accesslog.tlog.MerkleTree;
import jinbo.accesslog.tlog.TlogException;
import org.springframework.stereotype.Component;

/** The access log as a growing Merkle tree: assigns indexes, signs heads, and proves that they continue each other. */
@Component
public record LogTree(
        Sequencer sequencer,
        SignTreeHead signTreeHead,
        AccessLogTable table,
        LeafIndexTable leafIndexTable,
        TreeTable treeTable,
        LastSignedCheckpoint last,
        LogKey key,
        LogAlarms alarms,
        LogTransactions locks) {

    /**
     * Assigns indexes to pending entries, signs the tree head, and returns the checkpoint.
     *
     * @throws AccessLogAlarmException if the log does not continue its signed head
     */
    public String sign() {
        long decisions = alarms.countDecisions();
        try {
            sequencer.placeAll();
            alarms.requireNone();
            return locks.withTreeLock(signTreeHead::sign).note().toString();
        } catch (LogFindingException e) {
            if (alarms.raise(e, decisions)) {
                throw alarms.asException();
            }
            return sign();
        }
    }

    SignedTreeHead signedHead() {
        String note = sign();
        Checkpoint head = key.openSigned(note);
        return new SignedTreeHead(head.origin(), head.size(), head.root().toString(), note);
    }

    /** Signs if there are pending entries. */
    public void signIfPending() {
        if (table.hasPending()) {
            sign();
        }
    }

    /** Returns the index of a committed entry, and a checkpoint that covers it. */
    public CoveredEntry cover(long id) {
        String note = sign();
        long index = leafIndexTable
                .of(id)
                .orElseThrow(() -> new IllegalStateException("Entry " + id + " is not committed, so it has no place"));
        return new CoveredEntry(index, note);
    }

    /**
     * Proves that a checkpoint continues an earlier one (RFC 6962, 2.1.2); empty if people accepted that it does not.
     *
     * @throws AccessLogAlarmException if it does not, and nobody has accepted that
     */
    public Optional<List<String>> consistency(String earlier, String later) {
        try {
            Checkpoint before = key.open(earlier);
            Checkpoint after = key.open(later);
            if (before.size() <= after.size()) {
                ConsistencyProof proof = new MerkleTree(treeTable, after.size()).consistency(before.size());
                if (after.continues(before, proof.path())) {
                    return Optional.of(proof.texts());
                }
            }
            if (last.isAside(before, key.signer().verifierKey())) {
                return Optional.empty();
            }
            alarms.raise(
                    Alarm.Kind.LOG_CONTRADICTS_CHECKPOINT,
                    "the checkpoint of " + before.size() + " entries in a manifest");
        } catch (TlogException e) {
            alarms.raise(Alarm.Kind.CHECKPOINT_NOT_SIGNED, "a manifest's: " + e.getMessage());
        }
        throw alarms.asException();
    }

    /** The unique name of this log. */
    public String name() {
        return key.signer().verifierKey().name();
    }

    /** The public key in C2SP's format, with which auditors and insurers verify checkpoints. */
    public String verifierKey() {
        return key.signer().verifierKey().toString();
    }

    /** @param checkpoint a signed note (C2SP tlog-checkpoint) that covers the index; durable in the home */
    public record CoveredEntry(long index, String checkpoint) {}

    /** A tree head with its root in base64, and the checkpoint, as a signed note (C2SP tlog-checkpoint). */
    public record SignedTreeHead(String log, long size, String root, String note) {}
}
