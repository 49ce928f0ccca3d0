package jinbo.platform.files;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.FileSystems;
import java.util.Optional;

/**
 * The operating system's user that this process runs as: who owns what it makes, and whom the access log names.
 *
 * <p>The operating system says so, by the user's number. The system property {@code user.name} does not: whoever starts
 * the process sets it as they like, also in {@code JAVA_TOOL_OPTIONS}.
 */
public final class ProcessUser {

    private static final long ROOT = 0;

    private ProcessUser() {}

    /** Its name; {@code uid 1234} where the system has no name for the number. */
    public static String name() {
        return hasNumbers() ? Unix.NAME : Other.NAME;
    }

    public static boolean isRoot() {
        return hasNumbers() && Unix.NUMBER == ROOT;
    }

    /** Its number, as the owner of a file has one; asked only where {@link #hasNumbers}. */
    static long number() {
        return Unix.NUMBER;
    }

    static boolean hasNumbers() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
    }

    /**
     * Asked only where there are such users: it needs a library of the operating system. Not by {@link ProcessHandle}:
     * on Linux it names the owner of the process's folder in {@code /proc}, root where the program has a capability.
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

    /** Of Windows, with its domain. */
    private static final class Other {

        static final String NAME = ProcessHandle.current().info().user().orElse("unknown");
    }
}
