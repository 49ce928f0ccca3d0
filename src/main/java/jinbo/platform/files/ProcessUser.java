package jinbo.platform.files;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.FileSystems;
import java.util.Optional;

/**
 * The operating system user of this process, whom the access log names. Does not use the system property {@code user.name}, because
 * anybody who starts the process can set it.
 */
public final class ProcessUser {

    private ProcessUser() {}

    /** The name, or {@code uid 1234} if the system has no name for the number. */
    public static String name() {
        return hasNumbers() ? Unix.NAME : Other.NAME;
    }

    public static boolean isRoot() {
        return hasNumbers() && Unix.NUMBER == 0;
    }

    /** Only on systems that have {@link #hasNumbers numbers}. */
    static long number() {
        return Unix.NUMBER;
    }

    static boolean hasNumbers() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
    }

    /**
     * Loaded on Unix only. On Linux, {@link ProcessHandle} would report the owner of the folder in {@code /proc}: root if the program has a
     * capability.
     */
    private static final class Unix {

        static final long NUMBER;
        static final String NAME;

        static {
            UnixSystem user = new UnixSystem();
            NUMBER = user.getUid();
            NAME = Optional.ofNullable(user.getUsername()).orElse("uid " + NUMBER);
        }
    }

    /** Windows: with the domain. */
    private static final class Other {

        static final String NAME = ProcessHandle.current().info().user().orElse("unknown");
    }
}
