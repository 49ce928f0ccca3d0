package jinbo.registry.history;

import java.util.Optional;

/**
 * Whether an insurer had been told what counted for it, and by which list.
 *
 * @param newest the newest list that it had got
 * @param first the first list from which on all said what the newest said
 * @param withheld the first list that it had not got for a reason of its own, and that would have said what counted
 */
public record NotificationState(
        Status telling,
        Optional<DeliveredListContent> newest,
        Optional<DeliveredListContent> first,
        Optional<WithheldListContent> withheld) {

    public enum Status {
        /** The newest list that it had got said what counted. */
        TOLD,
        /** It had got no such list for a reason of its own, which relieves nobody (rule 8). */
        COUNTS_AS_TOLD,
        /** The newest list that it had got said the same for that day, and other dates. */
        TOLD_OTHER_DATES,
        /** The newest list that it had got, if any, said something else. */
        NOT_TOLD,
        /** There was nothing to say, and nothing else had been said. */
        NOTHING_TO_TELL
    }
}
