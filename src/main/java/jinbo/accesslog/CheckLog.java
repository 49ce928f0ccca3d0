package jinbo.accesslog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import jinbo.accesslog.CheckLog.CheckTree;
import jinbo.accesslog.tlog.Checkpoint;
import jinbo.accesslog.tlog.MerkleTree;
import jinbo.accesslog.tlog.SignedNote;
import jinbo.accesslog.tlog.TileDamagedException;
import jinbo.accesslog.tlog.TlogException;
import jinbo.accesslog.tlog.VerifierKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the log with itself and with the checkpoints in the home. At a start, it checks all entries of a small log;
 * of a large one the newest, and a part that moves on with each checkpoint.
 */
@Component
public record CheckLog(
        LogKey key,
        LastSignedCheckpoint last,
        CheckpointTable checkpoints,
        TreeTable treeTable,
        CheckTree tree,
        CheckEntries entries,
        PendingWork pendingWork,
        CheckCheckpoints notedCheckpoints,
        LogAlarms alarms,
        PlatformTransactionManager transactions) {

    private static final long AT_ONCE = 100_000;

    private static final int MOST_REPEATS = 3;

    /** At a tenth of a millisecond for each signature. */
    private static final int NEWEST_CHECKPOINTS = 1_000;

    /** The check at each start and in regular intervals; returns the open alarms. */
    public List<Alarm> atStart() {
        return check(false, index -> {});
    }

    /** @return the open alarms */
    public List<Alarm> all(LongConsumer progress) {
        return check(true, progress);
    }

    private List<Alarm> check(boolean all, LongConsumer progress) {
        Map<String, String> signed = last.texts();
        Optional<LogFindingException> found = find(all, progress);
        // a break that two people accept meanwhile is no finding
        for (int repeats = 0; repeats < MOST_REPEATS && found.isPresent() && !signed.equals(last.texts()); repeats++) {
            signed = last.texts();
            found = find(all, progress);
        }
        found.ifPresent(finding -> alarms.raise(finding.kind(), finding.detail()));
        return alarms.open();
    }

    private Optional<LogFindingException> find(boolean all, LongConsumer progress) {
        VerifierKey verifier = key.signer().verifierKey();
        try {
            // before the snapshot, which must show every head that was signed
            List<LastSignedCheckpoint.Signed> signed = signed(verifier, all);
            snapshot().executeWithoutResult(status -> {
                TreeHead treeHead = treeTable.readHead();
                tree.check(treeHead, signed);
                notedCheckpoints.check(treeHead, verifier, all ? Integer.MAX_VALUE : NEWEST_CHECKPOINTS);
                entries.checkNoneOutsideTree(treeHead);
                checkEntries(treeHead, all, progress);
            });
            return Optional.empty();
        } catch (LogFindingException e) {
            return Optional.of(e);
        }
    }

    private TransactionTemplate snapshot() {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return snapshot;
    }

    /** The last checkpoint and those of days, which are newer if the last was put back. */
    private List<LastSignedCheckpoint.Signed> signed(VerifierKey verifier, boolean all) {
        return Stream.concat(
                        last.read(verifier).stream(),
                        all ? last.ofDays(verifier).stream() : last.largestOfDays(verifier).stream())
                .toList();
    }

    private void checkEntries(TreeHead treeHead, boolean all, LongConsumer progress) {
        if (all || treeHead.size() <= 2 * AT_ONCE) {
            pendingWork.checkPendingEntries();
            entries.check(treeHead, 0, treeHead.size(), progress);
            pendingWork.checkOpenAccesses();
            return;
        }
        long newest = treeHead.size() - AT_ONCE;
        long parts = newest / AT_ONCE + 1;
        long part = checkpoints.count() % parts;
        entries.check(treeHead, part * AT_ONCE, Math.min(newest, (part + 1) * AT_ONCE), progress);
        entries.check(treeHead, newest, treeHead.size(), progress);
    }

    /** Compares the tiles of the tree with its head and with signed checkpoints. */
    @Component
    record CheckTree(TreeTable treeTable) {

        void check(TreeHead treeHead, List<LastSignedCheckpoint.Signed> signed) {
            if (treeHead.size() < 0) {
                throw new LogFindingException(Alarm.Kind.TREE_DAMAGED, "the head says " + treeHead.size() + " entries");
            }
            try {
                MerkleTree tree = new MerkleTree(treeTable, treeHead.size());
                if (!tree.root().equals(treeHead.root())) {
                    throw new LogFindingException(Alarm.Kind.TREE_DAMAGED, "the tiles have another root than the head");
                }
                signed.forEach(checkpoint -> compare(tree, checkpoint));
                // last, because a restored log has surplus tiles as well
                treeTable.findMismatch(treeHead.size()).ifPresent(tile -> {
                    throw new LogFindingException(Alarm.Kind.TREE_DAMAGED, tile);
                });
            } catch (TileDamagedException e) {
                throw LogFindingException.damaged(e);
            }
        }

        private static void compare(MerkleTree tree, LastSignedCheckpoint.Signed signed) {
            Checkpoint head = signed.head();
            if (head.size() > tree.size()) {
                throw signed.longerThan(tree.size());
            }
            if (!tree.at(head.size()).root().equals(head.root())) {
                throw signed.notContinued();
            }
        }
    }

    /** Checks that the key signed the checkpoints in the database, in order and for this tree. */
    @Component
    record CheckCheckpoints(CheckpointTable table, TreeTable treeTable) {

        /** @throws LogFindingException about the first wrong checkpoint */
        void check(TreeHead treeHead, VerifierKey key, int most) {
            List<CheckpointTable.Stored> newestFirst = table.sinceLastDecision(most);
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
                    && new MerkleTree(treeTable, treeHead.size())
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

    /** Checks the log without signed checkpoints, to find out if it can continue as it is. */
    @Component
    record CheckLogIntegrity(TreeTable treeTable, CheckTree tree, CheckEntries entries, PendingWork pendingWork) {

        /** Call it in a snapshot, or with other writers locked out. */
        boolean isSound() {
            try {
                TreeHead treeHead = treeTable.readHead();
                tree.check(treeHead, List.of());
                entries.checkNoneOutsideTree(treeHead);
                pendingWork.checkPendingEntries();
                entries.check(treeHead, 0, treeHead.size(), index -> {});
                pendingWork.checkOpenAccesses();
                return true;
            } catch (LogFindingException e) {
                return false;
            }
        }
    }
}
