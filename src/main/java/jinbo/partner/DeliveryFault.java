package jinbo.partner;

/** Why a delivered file must not be used. */
public enum DeliveryFault {
    /** The file, the list of a manifest, or a list before it in sequence is not there. */
    MISSING,
    /** This very list has been applied already. */
    DOUBLED,
    /** A list that comes before the one that was applied last. */
    REORDERED,
    /** The last day on which the list may be used is over. */
    STALE,
    /** The association made it, but for another insurer, or it has another insurer's name. */
    FOREIGN,
    /**
     * Not what the association sealed for us under this name: it does not open, somebody else signed it, it was signed for
     * another name, or its bytes are not those that its manifest names.
     */
    FORGED,
    /**
     * The association signed it, but it contradicts the list that was applied last: two histories. Tell the association, and
     * keep both files as evidence.
     */
    FORKED,
    /**
     * The association signed it, but it does not fit the list that is held: either side has lost something. Ask for a full
     * list, which mends it.
     */
    DIFFERS,
    /**
     * The association signed it, but it contradicts itself, is not of the format that its name promises, or is of a kind that
     * cannot be applied here.
     */
    MALFORMED,
    /** The association made the list before there were lines of business: a full one that tells of them replaces it. */
    FORMER_FORMAT
}
