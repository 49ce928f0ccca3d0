package jinbo.registry.history;

import java.util.Optional;

/**
 * Whether an insurer had been notified of its block of a number by a moment, and by which list.
 *
 * @param first the first list of those that contain the same for the number as the newest list, without a different one
 *     in between
 * @param telling the result
 * @param withheld the first list with the block that was withheld for a reason on the insurer's side
 */
public record NotificationState(
        Status telling,
        Optional<DeliveredListContent> newest,
        Optional<DeliveredListContent> first,
        Optional<WithheldListContent> withheld) {

    public enum Status {
        /** The newest delivered list had the block. */
        TOLD,
        /** A list with the block was withheld for a reason on the insurer's side (rule 8). */
        COUNTS_AS_TOLD,
        /** The newest delivered list had a block with other dates, but with the same effect on that day. */
        TOLD_OTHER_DATES,
        /** The newest delivered list differed, or there was none. */
        NOT_TOLD,
        /** There was no block that the insurer had to know of, and the newest list, if any, had no block. */
        NOTHING_TO_TELL
    }
}
