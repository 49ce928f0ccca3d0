package jinbo.accesslog;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import jinbo.accesslog.CheckLog.CheckLogIntegrity;
import jinbo.accesslog.tlog.MerkleTree;
import jinbo.accesslog.tlog.TreeHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The alarms about the access log and people's decisions about them. While one is open, deliveries stop. */
@Component
public record LogAlarms(
        JdbcClient jdbc,
        CheckpointFile kept,
        RebuildTree tree,
        SignTreeHead signTreeHead,
        LogTransactions locks,
        Clock clock) {

    /** The alarms that nobody has accepted, oldest first. */
    public List<Alarm> open() {
        return jdbc.sql("""
                select * from access_log_alarm a
                where not exists (select from access_log_acceptance d where d.alarm = a.id)
                order by id
                """).query(Alarm.class).list();
    }

    /** True if the log was found to be shorter than a checkpoint, or to contradict one, after this time. */
    public boolean hasDivergedSince(Instant time) {
        return jdbc.sql("select exists (select from access_log_alarm where at > ? and kind in (?, ?))")
                .params(
                        time.atOffset(ZoneOffset.UTC),
                        Alarm.Kind.LOG_SHORTER_THAN_CHECKPOINT.name(),
                        Alarm.Kind.LOG_CONTRADICTS_CHECKPOINT.name())
                .query(Boolean.class)
                .single();
    }

    /** @throws AccessLogAlarmException if any is open */
    public void requireNone() {
        List<Alarm> open = open();
        if (!open.isEmpty()) {
            throw new AccessLogAlarmException(open);
        }
    }

    /**
     * Accepts the open alarms: puts the last checkpoint aside as evidence, rebuilds damaged tiles, and signs a head
     * that need not continue the last checkpoint. Later findings raise new alarms.
     *
     * @param seen the alarms that the people have seen
     * @param by the person who accepts, with the second person
     * @throws AccessLogException if other alarms are open, or the log cannot continue; nothing is decided
     */
    public List<Alarm> accept(List<Alarm> seen, Actor by, String reason) {
        return locks.withTreeLock(() -> {
            List<Alarm> open = open();
            if (!ids(open).equals(ids(seen))) {
                throw AccessLogException.otherAlarms(ids(seen), ids(open));
            }
            open.forEach(alarm -> accept(alarm, by, reason));
            if (!open.isEmpty()) {
                kept.putAside(open.get(0).id());
                tree.rebuild();
                signTreeHead.signAfterAlarm(open.get(0).id());
            }
            return open;
        });
    }

    private void accept(Alarm alarm, Actor by, String reason) {
        jdbc.sql("insert into access_log_acceptance (alarm, accepted_by, reason, at) values (?, ?, ?, ?)")
                .params(alarm.id(), by.toDisplayName(), reason, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static SortedSet<Long> ids(List<Alarm> alarms) {
        return new TreeSet<>(alarms.stream().map(Alarm::id).toList());
    }

    void raise(Alarm.Kind kind, String detail) {
        locks.withTreeLock(() -> add(kind, detail));
    }

    long countDecisions() {
        return jdbc.sql("select count(*) from access_log_acceptance")
                .query(Long.class)
                .single();
    }

    /**
     * Raises an alarm and returns true, or returns false if people have accepted alarms since the check began, because
     * their decision may be about the same finding.
     *
     * @param decisions {@link #countDecisions} before the check
     */
    boolean raise(LogFindingException found, long decisions) {
        return locks.withTreeLock(() -> countDecisions() == decisions && add(found.kind(), found.detail()));
    }

    AccessLogAlarmException asException() {
        return new AccessLogAlarmException(open());
    }

    /** Adds an alarm unless one about the same finding is open; always returns true. */
    private boolean add(Alarm.Kind kind, String detail) {
        if (open().stream().noneMatch(alarm -> alarm.isAbout(kind, detail))) {
            jdbc.sql("insert into access_log_alarm (kind, detail, at) values (?, ?, ?)")
                    .params(kind.name(), detail, clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        return true;
    }

    /**
     * Rebuilds tiles, tree head and pending work from the entries. A substitute takes the index of a lost entry, so
     * that the other entries keep the indexes that lists and receipts name.
     */
    @Component
    record RebuildTree(
            AccessLogTable table,
            LeafIndexTable leafIndexTable,
            TreeTable treeTable,
            PendingWork pendingWork,
            CheckLogIntegrity check,
            Clock clock) {

        private static final int BATCH = 5_000;
        private static final int MOST_LOST = 1_000;

        /**
         * Call this under the tree lock, in the transaction that signs the head.
         *
         * @throws AccessLogException if entries are unreadable, have two indexes, or too many are lost
         */
        void rebuild() {
            if (check.isSound()) {
                return;
            }
            leafIndexTable.findInvalid().ifPresent(index -> {
                throw new AccessLogException(AccessLogError.ENTRY_MISPLACED, index);
            });
            fillHoles();
            pendingWork.rebuild();
            grow(leafIndexTable.nextIndex());
        }

        private void fillHoles() {
            List<LeafIndexTable.Hole> holes = leafIndexTable.holes(MOST_LOST + 1);
            if (holes.size() > MOST_LOST) {
                throw new AccessLogException(
                        AccessLogError.TOO_MANY_LOST, MOST_LOST, holes.get(0).index());
            }
            Instant found = clock.instant();
            for (LeafIndexTable.Hole hole : holes) {
                long entry = table.reinsert(hole.index(), hole.entry(), found);
                if (hole.entry().isEmpty()) {
                    leafIndexTable.give(hole.index(), entry);
                }
            }
        }

        private void grow(long size) {
            treeTable.clear();
            MerkleTree tree = new MerkleTree(treeTable, 0);
            while (tree.size() < size) {
                tree = tree.append(leaves(tree.size(), Math.min(size, tree.size() + BATCH)));
            }
            treeTable.writeHead(new TreeHead(size, tree.root()));
        }

        private List<TreeHash> leaves(long from, long until) {
            try {
                return table.placed(from, until).stream()
                        .map(entry -> TreeHash.ofLeaf(entry.encode()))
                        .toList();
            } catch (IllegalArgumentException noEntry) {
                throw new AccessLogException(AccessLogError.ENTRY_UNREADABLE, from, until);
            }
        }
    }
}
