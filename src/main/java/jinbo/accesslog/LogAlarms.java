package jinbo.accesslog;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What was found that no honest log can show, and what people decided about it. While one is open nothing leaves. */
@Component
public record LogAlarms(
        AlarmTable table,
        CheckpointFile kept,
        RebuildTree tree,
        SignTreeHead signTreeHead,
        LogTransactions locks,
        Clock clock) {

    /** Those that nobody has decided about, the oldest first. */
    public List<Alarm> open() {
        return table.open();
    }

    /** Whether the log was found older than a head that was signed, or contradicting it, after a time, whatever was decided about that. */
    public boolean hasDivergedSince(Instant time) {
        return table.existsAfter(
                time, List.of(Alarm.Kind.LOG_SHORTER_THAN_CHECKPOINT, Alarm.Kind.LOG_CONTRADICTS_CHECKPOINT));
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
            open.forEach(alarm -> table.accept(alarm.id(), by, reason, clock.instant()));
            if (!open.isEmpty()) {
                kept.putAside(open.get(0).id());
                tree.rebuild();
                signTreeHead.signAfterAlarm(open.get(0).id());
            }
            return open;
        });
    }

    private static SortedSet<Long> ids(List<Alarm> alarms) {
        return new TreeSet<>(alarms.stream().map(Alarm::id).toList());
    }

    void raise(LogFindingException.LogFinding logFinding) {
        locks.inNewTransaction(() -> {
            table.raise(logFinding, clock.instant());
            return logFinding;
        });
    }

    long countDecisions() {
        return table.countDecisions();
    }

    /**
     * Raises what a look has found, unless people have decided since it began: they may have accepted just that.
     *
     * @param decisions how many there were before the look
     * @return whether it was raised, or stood open already; if not, whoever has looked looks again
     */
    boolean raise(LogFindingException.LogFinding logFinding, long decisions) {
        return locks.withTreeLock(() -> {
            boolean undecided = table.countDecisions() == decisions;
            if (undecided) {
                table.raise(logFinding, clock.instant());
            }
            return undecided;
        });
    }

    AccessLogAlarmException asException() {
        return new AccessLogAlarmException(open());
    }
}
