package jinbo.accesslog;

import java.time.Instant;

/**
 * The log is in a state that only a restore, damage or manipulation explains; the detail names the place. Deliveries
 * stop until two people have decided about the alarm.
 */
public record Alarm(long id, Kind kind, String detail, Instant at) {

    /**
     * True if this alarm is about the same finding. A log that is shorter than a checkpoint grows, and then contradicts
     * the checkpoint; that is no other finding.
     */
    boolean isAbout(Kind other, String otherDetail) {
        return finding(kind, detail).equals(finding(other, otherDetail));
    }

    private static String finding(Kind kind, String detail) {
        return switch (kind) {
            case LOG_SHORTER_THAN_CHECKPOINT ->
                detail.replaceFirst("^\\d+ entries instead of (\\d+)", "the checkpoint of $1 entries");
            case LOG_CONTRADICTS_CHECKPOINT -> detail;
            default -> kind + " " + detail;
        };
    }

    public enum Kind {
        /** The log has fewer entries than a signed checkpoint: it was restored, or entries were removed. */
        LOG_SHORTER_THAN_CHECKPOINT,
        /** The log does not continue a signed checkpoint: it was rewritten, or restored and continued. */
        LOG_CONTRADICTS_CHECKPOINT,
        /** The last checkpoint is missing in the home directory, although other checkpoints exist. */
        CHECKPOINT_MISSING,
        /** The last checkpoint in the home directory was not signed by the log's key. */
        CHECKPOINT_NOT_SIGNED,
        /** Size, root and tiles of the tree do not match. */
        TREE_DAMAGED,
        /** An entry differs from its leaf hash in the tree. */
        ENTRY_CHANGED,
        ENTRY_MISSING,
        /** An entry that will never be placed in the tree, or would be placed twice. */
        ENTRY_OUTSIDE,
        /** The table of open accesses differs from the begin entries without a result. */
        OPEN_ACCESSES_WRONG,
        /** A checkpoint in the database is not signed by the log's key, out of order, or not of this tree. */
        CHECKPOINT_CHANGED
    }
}
