package jinbo.accesslog;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import jinbo.accesslog.CheckLog.CheckLogIntegrity;
import jinbo.accesslog.tlog.MerkleTree;
import jinbo.accesslog.tlog.TreeHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was found that no honest log can show, and what people decided about it. While one is open nothing leaves. */
@Component
public record LogAlarms(
        JdbcClient jdbc,
        CheckpointFile kept,
        RebuildTree tree,
        SignTreeHead signTreeHead,
        LogTransactions locks,
        Clock clock) {

    /** Those that nobody has decided about, the oldest first. */
    public List<Alarm> open() {
        return jdbc.sql("""
                select * from access_log_alarm a
                where not exists (select from access_log_acceptance d where d.alarm = a.id)
                order by id
                """)
                .query((row, number) -> new Alarm(
                        row.getLong("id"),
                        Alarm.Kind.valueOf(row.getString("kind")),
                        row.getString("detail"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether the log was found older than a head that was signed, or contradicting it, after a time, whatever was decided about that. */
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
     * Decides about all that are open, if they are those that were seen: the log goes on with the entries that stand in it. The last checkpoint is put aside
     * as evidence, tiles that do not belong to the entries are made anew, and a head is signed that need not continue the
     * old one; whoever kept that will see it. What was accepted is not wrong any more, so what is wrong later is told
     * again, whatever the tables say that people decided.
     *
     * @param seen those that whoever decided has seen
     * @param by who decided, with the second person
     * @throws AccessLogException if others are open by now; nothing is decided then
     * @throws AccessLogException if the log cannot go on with what stands in it; nothing is decided then
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
        locks.inNewTransaction(() -> add(kind, detail));
    }

    long countDecisions() {
        return jdbc.sql("select count(*) from access_log_acceptance")
                .query(Long.class)
                .single();
    }

    /**
     * Raises an alarm unless people have decided since the check began: they may have accepted what it found.
     *
     * @param decisions {@link #countDecisions} before the check
     * @return false if the check must be repeated
     */
    boolean raise(LogFindingException found, long decisions) {
        return locks.withTreeLock(() -> countDecisions() == decisions && add(found.kind(), found.detail()));
    }

    AccessLogAlarmException asException() {
        return new AccessLogAlarmException(open());
    }

    /** Adds an alarm unless the same is open; always true. */
    private boolean add(Alarm.Kind kind, String detail) {
        boolean known = open().stream()
                .anyMatch(alarm -> alarm.kind() == kind && alarm.detail().equals(detail));
        if (!known) {
            jdbc.sql("insert into access_log_alarm (kind, detail, at) values (?, ?, ?)")
                    .params(kind.name(), detail, clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        return true;
    }

    /**
     * Makes tiles, head and notes anew from the entries that stand in the log, where they do not belong together any
     * more. Where an entry is lost another one stands in its place and says so, so that all others keep the index that
     * lists and receipts tell.
     */
    @Component
    record RebuildTree(
            AccessLogTable table,
            LeafIndexTable leafIndexTable,
            TileTable tiles,
            TreeHeadTable heads,
            PendingWork notes,
            CheckLogIntegrity check,
            Clock clock) {

        private static final int BATCH = 5_000;
        private static final int MOST_LOST = 1_000;

        /**
         * To be called under the tree's lock, in the transaction that signs the head.
         *
         * @throws AccessLogException if entries cannot be read, stand at two places, or too many are lost
         */
        void rebuild() {
            if (check.isSound()) {
                return;
            }
            leafIndexTable.findInvalid().ifPresent(index -> {
                throw new AccessLogException(AccessLogError.ENTRY_MISPLACED, index);
            });
            fillHoles();
            notes.rebuild();
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
            tiles.clear();
            MerkleTree tree = new MerkleTree(tiles, 0);
            while (tree.size() < size) {
                tree = tree.append(leaves(tree.size(), Math.min(size, tree.size() + BATCH)));
            }
            heads.write(new TreeHead(size, tree.root()));
        }

        private List<TreeHash> leaves(long from, long until) {
            try {
                return table.placed(from, until).stream()
                        .map(entry -> TreeHash.ofLeaf(EntryRowEncoder.entry(entry)))
                        .toList();
            } catch (IllegalArgumentException noEntry) {
                throw new AccessLogException(AccessLogError.ENTRY_UNREADABLE, from, until);
            }
        }
    }
}
