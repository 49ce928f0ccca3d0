package jinbo.participant.staff;

/** How a request stands. */
public enum RequestState {
    /** It waits for a second person. */
    OPEN,
    /** Nobody confirmed it in time. */
    EXPIRED,
    /** It was refused, or withdrawn by who asked for it. */
    REFUSED,
    /** It is confirmed, and whether it has been carried out is not recorded: it is under way, or the program ended in between. */
    UNFINISHED,
    /** It was carried out. */
    DONE,
    /** It was carried out in part. */
    INCOMPLETE,
    /** It could not be carried out. */
    FAILED
}
