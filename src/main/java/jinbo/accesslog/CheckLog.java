package jinbo.accesslog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import jinbo.accesslog.tlog.VerifierKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the log with itself and with the checkpoints in the home. At a start it looks at all entries of a small log;
 * of a large one at the newest and at a part that rolls on with each checkpoint.
 */
@Component
public class CheckLog {

    private static final long AT_ONCE = 100_000;

    private static final int LOOKS_AGAIN = 3;

    /** Each signature takes a tenth of a millisecond. */
    private static final int NEWEST_CHECKPOINTS = 1_000;

    private final LogKey key;
    private final LastSignedCheckpoint last;
    private final CheckpointTable checkpoints;
    private final TreeHeadTable heads;
    private final CheckTree tree;
    private final CheckEntries entries;
    private final CheckPendingWork notes;
    private final CheckCheckpoints notedCheckpoints;
    private final LogAlarms alarms;
    private final TransactionTemplate snapshot;

    CheckLog(
            LogKey key,
            LastSignedCheckpoint last,
            CheckpointTable checkpoints,
            TreeHeadTable heads,
            CheckTree tree,
            CheckEntries entries,
            CheckPendingWork notes,
            CheckCheckpoints notedCheckpoints,
            LogAlarms alarms,
            PlatformTransactionManager transactions) {
        this.key = key;
        this.last = last;
        this.checkpoints = checkpoints;
        this.heads = heads;
        this.tree = tree;
        this.entries = entries;
        this.notes = notes;
        this.notedCheckpoints = notedCheckpoints;
        this.alarms = alarms;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What every start looks at, and every watch while the program runs on.
     *
     * @return the alarms that are open afterwards
     */
    public List<Alarm> atStart() {
        return check(false, index -> {});
    }

    /**
     * @param progress is told the index that it has come to
     * @return the alarms that are open afterwards
     */
    public List<Alarm> all(LongConsumer progress) {
        return check(true, progress);
    }

    private List<Alarm> check(boolean all, LongConsumer progress) {
        Map<String, String> signed = last.texts();
        Optional<LogFindingException.LogFinding> found = find(all, progress);
        // what others let the log break with meanwhile does not count
        for (int more = 0; more < LOOKS_AGAIN && found.isPresent() && !signed.equals(last.texts()); more++) {
            signed = last.texts();
            found = find(all, progress);
        }
        found.ifPresent(alarms::raise);
        return alarms.open();
    }

    private Optional<LogFindingException.LogFinding> find(boolean all, LongConsumer progress) {
        VerifierKey verifier = key.signer().verifierKey();
        try {
            // before the snapshot: another process may sign a head that the snapshot does not show
            List<LastSignedCheckpoint.Signed> signed = signed(verifier, all);
            snapshot.executeWithoutResult(status -> {
                TreeHead treeHead = heads.read();
                tree.check(treeHead, signed);
                notedCheckpoints.check(treeHead, verifier, all ? Integer.MAX_VALUE : NEWEST_CHECKPOINTS);
                entries.checkNoneOutsideTree(treeHead);
                look(treeHead, all, progress);
            });
            return Optional.empty();
        } catch (LogFindingException e) {
            return Optional.of(e.finding());
        }
    }

    /** The last one, and what may be newer if that was put back: where all is looked at, those of all days. */
    private List<LastSignedCheckpoint.Signed> signed(VerifierKey verifier, boolean all) {
        return Stream.concat(
                        last.read(verifier).stream(),
                        all ? last.ofDays(verifier).stream() : last.largestOfDays(verifier).stream())
                .toList();
    }

    private void look(TreeHead treeHead, boolean all, LongConsumer progress) {
        if (all || treeHead.size() <= 2 * AT_ONCE) {
            notes.checkPendingEntries();
            entries.check(treeHead, 0, treeHead.size(), progress);
            notes.checkOpenAccesses();
            return;
        }
        long newest = treeHead.size() - AT_ONCE;
        long parts = newest / AT_ONCE + 1;
        long part = checkpoints.count() % parts;
        entries.check(treeHead, part * AT_ONCE, Math.min(newest, (part + 1) * AT_ONCE), progress);
        entries.check(treeHead, newest, treeHead.size(), progress);
    }
}
