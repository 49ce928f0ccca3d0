package jinbo.accesslog;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jinbo.accesslog.tlog.Checkpoint;
import jinbo.accesslog.tlog.MerkleTree;
import jinbo.accesslog.tlog.NoteSigner;
import jinbo.accesslog.tlog.SignedNote;
import jinbo.accesslog.tlog.TileDamagedException;
import jinbo.accesslog.tlog.TlogException;
import jinbo.accesslog.tlog.VerifierKey;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import org.springframework.stereotype.Component;

/**
 * Signs the tree's committed head, if it continues the checkpoint that was signed last. A process that dies between the
 * commit of the head and this leaves a tree that no checkpoint covers yet: the next one that signs covers it.
 */
@Component
record SignTreeHead(
        LogKey key,
        TreeHeadTable heads,
        TileTable tiles,
        LastSignedCheckpoint last,
        CheckpointFile kept,
        CheckpointTable table,
        FaultPointListener faultPointListener,
        Clock clock) {

    /**
     * To be called under the tree's lock.
     *
     * @throws LogFindingException if the head does not continue the last checkpoint; nothing is signed
     */
    LastSignedCheckpoint.Signed sign() {
        NoteSigner signer = key.signer();
        Optional<LastSignedCheckpoint.Signed> before = last.read(signer.verifierKey());
        Checkpoint head = head(signer);
        last.ofNewestDay(signer.verifierKey())
                .filter(day -> before.filter(latest -> latest.head().equals(day.head()))
                        .isEmpty())
                .ifPresent(day -> requireContinued(day, head));
        if (before.isPresent() && before.get().head().equals(head)) {
            return before.get();
        }
        before.ifPresent(earlier -> requireContinued(earlier, head));
        return keep(signer, head);
    }

    /**
     * Signs without looking at the checkpoints before: two people have accepted that the log does not continue them. Those of days
     * that it does not continue are put aside.
     *
     * @param alarm the first of those that were accepted
     */
    LastSignedCheckpoint.Signed signAfterAlarm(long alarm) {
        NoteSigner signer = key.signer();
        Checkpoint head = head(signer);
        kept.ofDays().forEach((day, note) -> {
            if (!isContinued(note, head, signer.verifierKey())) {
                kept.putAside(day, alarm);
            }
        });
        return keep(signer, head);
    }

    private boolean isContinued(String note, Checkpoint head, VerifierKey verifier) {
        try {
            return continues(head, Checkpoint.open(SignedNote.parse(note), verifier));
        } catch (TlogException notSigned) {
            return false;
        }
    }

    private LastSignedCheckpoint.Signed keep(NoteSigner signer, Checkpoint head) {
        SignedNote note = head.sign(signer);
        Instant now = clock.instant();
        // first outside the database: whoever restores that finds the newer one here
        kept.write(note, now);
        faultPointListener.reached(FaultPoint.CHECKPOINT_KEPT);
        table.add(head, note, now);
        return new LastSignedCheckpoint.Signed(head, note, CheckpointFile.LATEST);
    }

    private Checkpoint head(NoteSigner signer) {
        TreeHead treeHead = heads.read();
        try {
            if (!new MerkleTree(tiles, treeHead.size()).root().equals(treeHead.root())) {
                throw new LogFindingException(Alarm.Kind.TREE_DAMAGED, "the tiles have another root than the head");
            }
        } catch (TileDamagedException e) {
            throw LogFindingException.damaged(e);
        }
        return new Checkpoint(signer.verifierKey().name(), treeHead.size(), treeHead.root());
    }

    private void requireContinued(LastSignedCheckpoint.Signed earlier, Checkpoint head) {
        if (head.size() < earlier.head().size()) {
            throw earlier.longerThan(head.size());
        }
        if (!continues(head, earlier.head())) {
            throw earlier.notContinued();
        }
    }

    private boolean continues(Checkpoint head, Checkpoint earlier) {
        return head.size() >= earlier.size()
                && head.continues(
                        earlier,
                        new MerkleTree(tiles, head.size())
                                .consistency(earlier.size())
                                .path());
    }
}
