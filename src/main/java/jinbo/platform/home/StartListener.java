package jinbo.platform.home;

/** Hears what a process does while it starts. */
@FunctionalInterface
public interface StartListener {

    /** Nobody listens. */
    StartListener NOBODY = step -> {};

    /** A step begins. */
    void begins(Step step);

    /** What a process does while it starts, in this order; each of it may take seconds. */
    enum Step {
        /** It starts the home's own database server, or joins those who use it. */
        DATABASE,
        /** It brings the tables to its version. */
        TABLES,
        /** It compares the access log with itself and with the checkpoints that were signed. */
        ACCESS_LOG,
        /** It opens the embedded SFTP server. */
        SFTP,
        /** It opens the ports of monitoring, console and portal. */
        PORTS
    }
}
