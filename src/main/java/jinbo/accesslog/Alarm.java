package jinbo.accesslog;

import java.time.Instant;

/**
 * Something was found that no honest log can show; nothing leaves until two people have decided about it.
 *
 * @param detail where, for example the index of the first entry that is wrong
 */
public record Alarm(long id, Kind kind, String detail, Instant at) {

    /** What no honest log can show. */
    public enum Kind {
        /** The log has fewer entries than a checkpoint that was signed: an older back-up, or entries were removed. */
        LOG_SHORTER_THAN_CHECKPOINT,
        /** The log does not continue a checkpoint that was signed: it was rewritten, or continued from an older back-up. */
        LOG_CONTRADICTS_CHECKPOINT,
        /** The last checkpoint is not in the home though there were some. */
        CHECKPOINT_MISSING,
        /** The last checkpoint in the home is not one that the log's key signed. */
        CHECKPOINT_NOT_SIGNED,
        /** Size, root and tiles of the tree disagree. */
        TREE_DAMAGED,
        /** An entry is not the one that the tree holds at its place. */
        ENTRY_CHANGED,
        /** An entry that the tree holds is gone. */
        ENTRY_MISSING,
        /** An entry that nobody is going to put into the tree, or one that would be put there twice. */
        ENTRY_OUTSIDE,
        /** The accesses that are noted as not ended are not the intents without result. */
        OPEN_ACCESSES_WRONG,
        /** A checkpoint in the database is not one that was signed there. */
        CHECKPOINT_CHANGED
    }
}
