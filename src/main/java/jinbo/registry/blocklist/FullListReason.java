package jinbo.registry.blocklist;

/** Why an insurer gets its whole list, and not what has changed since the one before. */
public enum FullListReason {
    /** There is none before. */
    FIRST,
    /** The one before is not recorded any more: the chain begins anew after a restore. */
    BEGINS_ANEW,
    /** The first list of a calendar month, so that nobody goes on for ever from a list that it once got wrong. */
    MONTHLY,
    /** The insurer has asked for it. */
    RESYNC,
    /** The insurer has acknowledged another list than the one it was sent. */
    LIST_DIFFERS,
    /** An operator, or a schedule, wants it. */
    FORCED
}
