package jinbo.platform.home;

/** Is told of the steps of a start, to show its progress. */
@FunctionalInterface
public interface StartListener {

    StartListener NOBODY = step -> {};

    void begins(Step step);

    /** The steps of a start in order; each may take seconds. */
    enum Step {
        /** Starts or joins the embedded database server. */
        DATABASE,
        /** Migrates the tables. */
        TABLES,
        /** Verifies the access log and its signed checkpoints. */
        ACCESS_LOG,
        SFTP,
        PORTS
    }
}
