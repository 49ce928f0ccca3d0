package jinbo.accesslog;

import java.util.List;
import jinbo.accesslog.tlog.Checkpoint;
import jinbo.accesslog.tlog.MerkleTree;
import jinbo.accesslog.tlog.SignedNote;
import jinbo.accesslog.tlog.TlogException;
import jinbo.accesslog.tlog.VerifierKey;
import org.springframework.stereotype.Component;

/** Looks whether the checkpoints in the database are ones that the key signed, in their order, and of this tree. */
@Component
record CheckCheckpoints(CheckpointTable table, TileTable tiles) {

    /**
     * Looks at the newest ones; the newest must be of the tree.
     *
     * @throws LogFindingException about the first that is wrong
     */
    void check(TreeHead treeHead, VerifierKey key, int most) {
        List<CheckpointTable.Stored> newestFirst = table.standing(most);
        long later = Long.MAX_VALUE;
        for (CheckpointTable.Stored stored : newestFirst) {
            Checkpoint signed = signed(stored, key);
            boolean newest = later == Long.MAX_VALUE;
            if (signed.size() != stored.size() || signed.size() >= later || newest && !isOf(treeHead, signed)) {
                throw changed(stored);
            }
            later = signed.size();
        }
    }

    private boolean isOf(TreeHead treeHead, Checkpoint signed) {
        return signed.size() <= treeHead.size()
                && new MerkleTree(tiles, treeHead.size())
                        .at(signed.size())
                        .root()
                        .equals(signed.root());
    }

    private static Checkpoint signed(CheckpointTable.Stored stored, VerifierKey key) {
        try {
            return Checkpoint.open(SignedNote.parse(stored.note()), key);
        } catch (TlogException notSigned) {
            throw changed(stored);
        }
    }

    private static LogFindingException changed(CheckpointTable.Stored stored) {
        return new LogFindingException(Alarm.Kind.CHECKPOINT_CHANGED, "the one with the id " + stored.id());
    }
}
