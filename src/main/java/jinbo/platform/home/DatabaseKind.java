package jinbo.platform.home;

/** Whose the database is. */
public enum DatabaseKind {
    /** The one inside the home, which nobody else reaches. */
    OWN,
    /** One that other nodes and homes may share. */
    SHARED
}
