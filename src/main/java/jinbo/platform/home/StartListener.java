package jinbo.platform.home;

@FunctionalInterface
public interface StartListener {

    StartListener NOBODY = step -> {};

    void begins(Step step);

    /** What a process does while it starts, in this order; each of it may take seconds. */
    enum Step {
        /** It starts the home's own database server, or joins those who use it. */
        DATABASE,
        /** It brings the tables to its version. */
        TABLES,
        /** It compares the access log with itself and with the checkpoints that were signed. */
        ACCESS_LOG,
        SFTP,
        PORTS
    }
}
