package jinbo.accesslog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
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
 * Compares the log with itself and with the checkpoints in the home directory. At a start, it checks all entries of a
 * log of up to 200,000; of a larger log it checks the newest 100,000 and one of the older parts, a random one.
 */
@Component
public record CheckLog(
        LogKey key,
        LastSignedCheckpoint last,
        TreeTable treeTable,
        CheckTree tree,
        CheckEntries entries,
        PendingWork pendingWork,
        CheckCheckpoints notedCheckpoints,
        LogAlarms alarms,
        PlatformTransactionManager transactions) {

    private static final long PART_SIZE = 100_000;

    private static final int MOST_REPEATS = 3;

    /** The limit at a start; verifying a signature takes a tenth of a millisecond. */
    private static final int NEWEST_CHECKPOINTS = 1_000;

    /** Makes the check that runs at each start and in regular intervals; returns the open alarms. */
    public List<Alarm> atStart() {
        return check(false, index -> {});
    }

    /** Checks all entries and checkpoints; returns the open alarms. */
    public List<Alarm> all(LongConsumer progress) {
        return check(true, progress);
    }

    private List<Alarm> check(boolean all, LongConsumer progress) {
        // a finding is outdated if checkpoints changed during the check, or if people decided about alarms meanwhile
        for (int repeats = 0; ; repeats++) {
            Map<String, String> signed = last.texts();
            long decisions = alarms.countDecisions();
            Optional<LogFindingException> found = find(all, progress);
            boolean current = repeats >= MOST_REPEATS || signed.equals(last.texts());
            if (found.isEmpty() || current && alarms.raise(found.get(), decisions)) {
                return alarms.open();
            }
        }
    }

    private Optional<LogFindingException> find(boolean all, LongConsumer progress) {
        VerifierKey verifier = key.signer().verifierKey();
        try {
            // read before the snapshot begins, so that the snapshot contains every head that was signed
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

    /** Reads the last checkpoint and those of days, which are newer if somebody put back an older last one. */
    private List<LastSignedCheckpoint.Signed> signed(VerifierKey verifier, boolean all) {
        return Stream.concat(
                        last.read(verifier).stream(),
                        all ? last.ofDays(verifier).stream() : last.largestOfDays(verifier).stream())
                .toList();
    }

    private void checkEntries(TreeHead treeHead, boolean all, LongConsumer progress) {
        if (all || treeHead.size() <= 2 * PART_SIZE) {
            pendingWork.checkPendingEntries();
            entries.check(treeHead, 0, treeHead.size(), progress);
            pendingWork.checkOpenAccesses();
            return;
        }
        long newest = treeHead.size() - PART_SIZE;
        long parts = newest / PART_SIZE + 1;
        long part = ThreadLocalRandom.current().nextLong(parts);
        entries.check(treeHead, part * PART_SIZE, Math.min(newest, (part + 1) * PART_SIZE), progress);
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
                // checked last: a restored log also has surplus tiles, but must be reported as shorter than a
                // checkpoint
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

    /** Checks the database's checkpoints: signed by the log's key, in order, and the newest of this tree. */
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
            return new LogFindingException(Alarm.Kind.CHECKPOINT_CHANGED, "the checkpoint with the id " + stored.id());
        }
    }

    /** Checks whether the log agrees with itself, regardless of checkpoints, and so can continue as it is. */
    @Component
    record CheckLogIntegrity(TreeTable treeTable, CheckTree tree, CheckEntries entries, PendingWork pendingWork) {

        /** Call this in a transaction with a snapshot, or while other writers are locked out. */
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
