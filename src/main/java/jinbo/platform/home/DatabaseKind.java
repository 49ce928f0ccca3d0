package jinbo.platform.home;

public enum DatabaseKind {
    /** The embedded database of the home. */
    OWN,
    /** A database that other nodes and homes may share. */
    SHARED
}
