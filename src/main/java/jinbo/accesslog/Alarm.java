package jinbo.accesslog;

import java.time.Instant;

/** A finding that no honest log can show, with its place; deliveries stop until two people have decided. */
public record Alarm(long id, Kind kind, String detail, Instant at) {

    public enum Kind {
        /** The log has fewer entries than a signed checkpoint: it was restored, or entries were removed. */
        LOG_SHORTER_THAN_CHECKPOINT,
        /** The log does not continue a signed checkpoint: it was rewritten, or restored and continued. */
        LOG_CONTRADICTS_CHECKPOINT,
        /** The last checkpoint is missing in the home, though others exist. */
        CHECKPOINT_MISSING,
        /** The log's key did not sign the last checkpoint in the home. */
        CHECKPOINT_NOT_SIGNED,
        /** Size, root and tiles of the tree do not match. */
        TREE_DAMAGED,
        /** An entry differs from its leaf hash in the tree. */
        ENTRY_CHANGED,
        ENTRY_MISSING,
        /** An entry that will never be placed in the tree, or would be placed twice. */
        ENTRY_OUTSIDE,
        /** The recorded open accesses are not the begin entries without a result. */
        OPEN_ACCESSES_WRONG,
        /** The log's key did not sign a checkpoint in the database. */
        CHECKPOINT_CHANGED
    }
}
