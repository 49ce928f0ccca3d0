package jinbo.platform.files;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.FileSystems;
import java.util.Optional;

/** The operating system user of this process; not {@code user.name}, which anybody can set at the start. */
public final class ProcessUser {

    /**
     * Empty on Windows. {@link ProcessHandle} is not used: on Linux it reports the owner of the process's folder in
     * {@code /proc}, which is root if the program has a capability.
     */
    private static final Optional<UnixSystem> UNIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
                    ? Optional.of(new UnixSystem())
                    : Optional.empty();

    private ProcessUser() {}

    /** The name, on Windows with the domain; {@code uid 1234} if the system has no name for a user id. */
    public static String name() {
        return UNIX.map(user -> Optional.ofNullable(user.getUsername()).orElse("uid " + user.getUid()))
                .or(() -> ProcessHandle.current().info().user())
                .orElse("unknown");
    }

    public static boolean isRoot() {
        return UNIX.filter(user -> user.getUid() == 0).isPresent();
    }

    /** The user id; only on Unix. */
    static long number() {
        return UNIX.orElseThrow().getUid();
    }
}
