package jinbo.platform.home;

/** Whether a home uses its own embedded database or another one. */
public enum DatabaseKind {
    /** The embedded database of the home. */
    OWN,
    /** A database that other nodes and homes may share. */
    SHARED
}
