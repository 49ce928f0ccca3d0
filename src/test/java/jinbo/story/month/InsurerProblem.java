package jinbo.story.month;

/** What is the matter with an insurer. */
enum InsurerProblem {
    /** Nothing but now and then a bad upload, which everybody has. */
    NONE,
    /** Its own server is down for days, from a morning on. */
    DOWN_FOR_DAYS(true),
    /** Its own server is down for days, from shortly before lists are published. */
    DOWN_FROM_AN_EVENING(true),
    /** Its own server is down now and then, for an hour or two by day. */
    DOWN_BY_DAY(true),
    /** Its own server is down now and then while lists are published. */
    DOWN_IN_THE_EVENING(true),
    /** It forgets to upload. */
    FORGETS_UPLOADS,
    /** It acknowledges no list for a while. */
    ACKNOWLEDGES_NOTHING,
    /** It acknowledges a list with another digest. */
    HOLDS_ANOTHER_LIST,
    /** An upload of mostly bad rows is held, and released on a later day. */
    HELD_AND_RELEASED,
    /** An upload of mostly bad rows is held, and refused on a later day. */
    HELD_AND_REFUSED,
    /** Its certificate is near its end, and another takes its place. */
    CERTIFICATE_RENEWED,
    /** Its certificate is near its end, and nobody does anything about it. */
    CERTIFICATE_LEFT,
    /** Its agreements end, and are signed anew some days later. */
    AGREEMENTS_LAPSE,
    /** It is suspended for a few days. */
    SUSPENDED,
    /** It has lost its list and asks for the whole one. */
    ASKS_FOR_THE_WHOLE_LIST;

    private final boolean withOwnServer;

    InsurerProblem() {
        this(false);
    }

    InsurerProblem(boolean withOwnServer) {
        this.withOwnServer = withOwnServer;
    }

    boolean isWithOwnServer() {
        return withOwnServer;
    }

    /** Whether its uploads are fetched on the day on which they are sent. */
    boolean isFetchedAtOnce() {
        return !withOwnServer && this != SUSPENDED;
    }
}
