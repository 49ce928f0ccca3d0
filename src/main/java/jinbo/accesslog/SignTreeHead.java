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

/** Signs the committed tree head, which makes it a checkpoint, if it continues the last checkpoint. */
@Component
record SignTreeHead(
        LogKey key,
        TreeTable treeTable,
        LastSignedCheckpoint last,
        CheckpointFile kept,
        CheckpointTable table,
        FaultPointListener faultPointListener,
        Clock clock) {

    /**
     * Signs the head, or returns the last checkpoint if it has the same head. Needs the tree lock.
     *
     * @throws LogFindingException if the head does not continue the last checkpoint
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

    /** Signs a head after an accepted alarm; checkpoints of days that it does not continue are put aside. */
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
        // written to the home directory before the database, so that a restored database meets a newer checkpoint
        kept.write(note, now);
        faultPointListener.reached(FaultPoint.CHECKPOINT_KEPT);
        table.add(head, note, now);
        return new LastSignedCheckpoint.Signed(head, note, CheckpointFile.LATEST);
    }

    private Checkpoint head(NoteSigner signer) {
        TreeHead treeHead = treeTable.readHead();
        try {
            if (!new MerkleTree(treeTable, treeHead.size()).root().equals(treeHead.root())) {
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
                        new MerkleTree(treeTable, head.size())
                                .consistency(earlier.size())
                                .path());
    }
}
