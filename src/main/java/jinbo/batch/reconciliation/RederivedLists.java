package jinbo.batch.reconciliation;

/** How many lists are made anew from the acts to be compared with what is recorded. */
public enum RederivedLists {
    /** The newest of each insurer. */
    NEWEST,
    /** Every list ever; those that were delivered are read in the spool and hashed too. */
    ALL
}
