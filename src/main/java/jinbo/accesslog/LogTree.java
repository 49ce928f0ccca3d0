package jinbo.accesslog;

import java.util.List;
import java.util.Optional;
import jinbo.accesslog.tlog.Checkpoint;
import jinbo.accesslog.tlog.ConsistencyProof;
import jinbo.accesslog.tlog.MerkleTree;
import jinbo.accesslog.tlog.TlogException;
import org.springframework.stereotype.Component;

/** The access log as a tree that grows: entries get their places, its heads are signed, and each is proven to continue the one before. */
@Component
public record LogTree(
        Sequencer sequencer,
        SignTreeHead signTreeHead,
        AccessLogTable table,
        LeafIndexTable leafIndexTable,
        TileTable tiles,
        LastSignedCheckpoint last,
        LogKey key,
        LogAlarms alarms,
        LogTransactions locks) {

    /**
     * Puts what is pending into the tree and signs the head.
     *
     * @throws AccessLogAlarmException if the log does not continue what was signed before; nothing is signed then
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

    /** The same, as {@link #sign} does it, with what the note says. */
    SignedTreeHead signedHead() {
        String note = sign();
        try {
            Checkpoint head = key.open(note);
            return new SignedTreeHead(head.origin(), head.size(), head.root().toString(), note);
        } catch (TlogException e) {
            throw new IllegalStateException("A checkpoint that was just signed is not sound", e);
        }
    }

    /** Signs, if there is an entry that no checkpoint covers. */
    public void signIfPending() {
        if (table.hasPending()) {
            sign();
        }
    }

    /**
     * Where a committed entry stands, under a checkpoint that covers it.
     *
     * @throws AccessLogAlarmException if nothing can be signed
     * @throws IllegalStateException if its transaction has not committed
     */
    public CoveredEntry cover(long id) {
        String note = sign();
        long index = leafIndexTable
                .of(id)
                .orElseThrow(() -> new IllegalStateException("Entry " + id + " is not committed, so it has no place"));
        return new CoveredEntry(index, note);
    }

    /**
     * The proof that a checkpoint continues an earlier one (RFC 6962, 2.1.2), as a manifest has it.
     *
     * @param earlier a signed note of this log
     * @param later a signed note of this log
     * @return empty if it does not, and two people have let the log go on with a head that does not continue the earlier one
     * @throws AccessLogAlarmException if it does not, and nobody has
     */
    public Optional<List<String>> consistency(String earlier, String later) {
        try {
            Checkpoint before = key.open(earlier);
            Checkpoint after = key.open(later);
            if (before.size() <= after.size()) {
                ConsistencyProof proof = new MerkleTree(tiles, after.size()).consistency(before.size());
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

    /** What the log is called. No other log has that name, nor has another exchange. */
    public String name() {
        return key.signer().verifierKey().name();
    }

    /** The public half of the key, in C2SP's spelling: what auditors and insurers verify with. */
    public String verifierKey() {
        return key.signer().verifierKey().toString();
    }

    /**
     * @param index its place in the tree, from 0
     * @param checkpoint the signed note (C2SP tlog-checkpoint) of a head that covers it; durable in the home
     */
    public record CoveredEntry(long index, String checkpoint) {}

    /**
     * @param root of their tree, base64
     * @param note the signed note (C2SP tlog-checkpoint) that says so
     */
    public record SignedTreeHead(String log, long size, String root, String note) {}
}
