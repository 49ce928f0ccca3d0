package jinbo.accesslog;

/**
 * Who acts: a person or the batch, and the operating system's user under which the program runs.
 *
 * @param name the name that is accountable, for example {@code batch}
 * @param operatingSystemUser the user of the process
 */
public record Actor(String name, String operatingSystemUser) {

    /** The scheduled or commanded jobs. */
    public static Actor batch() {
        return new Actor("batch", processUser());
    }

    /** Whoever typed a command: known by the operating system's user. */
    public static Actor commandLine() {
        return new Actor(processUser(), processUser());
    }

    private static String processUser() {
        return System.getProperty("user.name", "unknown");
    }
}
