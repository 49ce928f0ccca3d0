package jinbo.batch.schedule;

/** What becomes of a run that could not begin in time, because no node was up or all were busy. */
enum MissedRunPolicy {
    /** It begins as soon as it can; several that were missed are made up for by one. */
    MAKE_UP,
    /** It is left out, which is recorded; the next one begins when it is due. */
    SKIP
}
