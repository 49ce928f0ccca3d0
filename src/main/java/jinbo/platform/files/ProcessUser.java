package jinbo.platform.files;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.FileSystems;
import java.util.Optional;

/** The operating system user of this process; not {@code user.name}, which anybody can set at the start. */
public final class ProcessUser {

    /**
     * Empty on Windows. On Linux, {@link ProcessHandle} would report the owner of the folder in {@code /proc}: root if
     * the program has a capability.
     */
    private static final Optional<UnixSystem> UNIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
                    ? Optional.of(new UnixSystem())
                    : Optional.empty();

    private ProcessUser() {}

    /** The name, or {@code uid 1234} if the system has no name for the number. On Windows with the domain. */
    public static String name() {
        return UNIX.map(user -> Optional.ofNullable(user.getUsername()).orElse("uid " + user.getUid()))
                .or(() -> ProcessHandle.current().info().user())
                .orElse("unknown");
    }

    public static boolean isRoot() {
        return UNIX.filter(user -> user.getUid() == 0).isPresent();
    }

    /** Only on Unix. */
    static long number() {
        return UNIX.orElseThrow().getUid();
    }
}
